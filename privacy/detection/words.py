"""Words before a number that say what it is."""

import re

IDENTITY = re.compile(r"身份证|身份号|公民身份|居民身份|证件号")
CREDIT = re.compile(r"信用代码|信用码|机构代码|税务登记|纳税人识别号|注册号")
# A number of a permit, a project, a voucher: division, date and serial make it look like an identity number.
PERMIT = re.compile(
    r"许可证|施工证|合格证|资质证|备案|项目编[号码]|项目代码|编号|证号|文号|代码|登记号|流水|凭证|票据|发票|合同"
)
BANK = re.compile(r"账号|帐号|卡号|银行卡|银行账户|开户|储蓄卡|信用卡|汇入|转账|收款")
PHONE = re.compile(r"电话|手机|联系方式|致电|拨打|微信|Tel|TEL|tel")
# The phone of an office is there to be called.
OFFICE = re.compile(r"咨询|监督|投诉|举报|办公|值班|传真|服务|受理|窗口|总机|热线|我局|本局|本机关|邮编")
PERSONAL = re.compile(r"家庭|住宅|宅电|本人|当事人|联系人|法定代表人|代理人|证人|家属|业主|房主|住户")
# What makes a number an amount or a measure.
UNIT = re.compile(r"[\s\u200b]{0,2}(?:元|万|亿|千元|平方|㎡|m2|M2|吨|公斤|千克|米|立方|千瓦|%|‰)")
