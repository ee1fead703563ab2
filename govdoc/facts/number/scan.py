"""What may be a number (候选): the one pattern that runs over a text; the name of the alternative tells who reads what it found."""

from __future__ import annotations

import re

from govdoc.facts.number import chinese
from govdoc.facts.number.numeral import HAN, RUN_ON
from govdoc.facts.number.unit import ROWS
from govdoc.facts.number.vague import NOUNS, SEVERAL
from govdoc.text.pattern import pattern

_OPENS_UNIT = {form[0] for form in ROWS} | set("余多来几分又点點年月日号季世时比0OoОо等级届类期中次大站农治改孩个甲")
_AFTER_HAN = re.escape("".join(sorted(_OPENS_UNIT))).replace("]", r"\]")
_HEADS = "".join(sorted(set(HAN + chinese.SHARE_HEADS + "半几数若第")))
_WHOLE = "[统唯惟逐]一"  # words whose 一 begins no number
PLAINLY = "个件万亿元户人名项家%亩公吨米辆台套条次处座所场批"  # behind a short number nothing but a unit
SHORT = 4  # digits; longer runs may be codes
_SCAN = rf"""[0-9{_HEADS}](?:
        (?<=[0-9])(?<![ -~前每][0-9])(?P<plain>[0-9]{{0,{SHORT - 1}}})      # 34件, 5.67万亿元; not 2.0版, 3万分之一
        (?:\.[0-9]*[1-9]|\.[0-9]+(?=[%万亿个]))?+(?=[{PLAINLY}])(?![万亿][分又])
      | (?<=[0-9])(?P<digits>[0-9]*)(?:\.[0-9]+)?+                        # 2021年, 3.6:48, 12345热线
      | (?<=第)(?=[0-9{HAN}])(?P<ordinal>)                                # 第六次, 第3位
      | (?<=(?={chinese.SHARES})[{chinese.SHARE_HEADS}])(?P<share>)         # 一半, 翻番, 清零
      | (?<=[{HAN}])(?:  # asked once, for other characters that begin a share are many
            (?<=[为是于]零)(?=[的，。、；）”\n]|\Z)(?P<zero>)               # 首年关税为零的
          | (?<=前.)(?=[，。、；！？）”\n]|行列|强?的|\Z)(?P<top>)           # 稳居全国前三
          | (?<=[上近超过逾破][十百千万亿])[十百千万亿]*(?={NOUNS}|(?<=[万亿])(?:[，、。；]|大关))(?P<crowd>)  # 惠及上千万家庭, 总量突破千亿
          | (?<=（.)[{HAN}]?[{HAN}]?(?=）(?:[项款目]|[、和及或至]（[{HAN}]))(?P<clause>)  # 前款（一）、（二）项
          | (?<=(?<![全中各我外])国[三四五六])(?=及以|标准|排放|阶段|[柴汽]油|重型|车)(?P<stage>)  # 国三及以下柴油车
          | (?:(?<![{HAN}].)(?<!{_WHOLE})|(?<=[0-9]万亿.)|(?<={_WHOLE}.))(?!(?<=进一)步)  # 三个月, 统一|三项; not 进一步
            {RUN_ON}(?=[{_AFTER_HAN}”"’]|[至到—-][{HAN}]|(?:、[{HAN}]{{1,2}}){{1,3}}(?:年级|[类级等中期]))(?P<han>)
        )
      | (?<=半)(?=年)(?:(?<=[上下]半)|(?<=年[前后]半)(?!年内))(?P<half>)    # 上半年, 今年后半年
      | (?<=半)(?=[个亩加折天小年])(?P<part>)                             # 半个月, 半天
      | (?:(?<=几)(?=[十百千万亿{_AFTER_HAN}])|(?<=数)(?=[十百千万亿余多{SEVERAL}])|(?<=若)干)(?P<vague>)  # 几方面, 数次, 若干项; not 数字
    )"""
DOCUMENT = pattern(_SCAN, re.VERBOSE)
# in a sentence Chinese numerals without a unit too
SENTENCE = pattern(_SCAN.replace(f'(?=[{_AFTER_HAN}”"’]', "(?=|[”]"), re.VERBOSE)
