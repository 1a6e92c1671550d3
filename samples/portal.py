"""Names and codes of the invented column that a new site shows. Nothing leads anywhere: there is no such portal."""

from pages.acts.open_portal_section import fill_settings

SETTINGS = {
    "bureau_name": "兴隆台区住房和城乡建设局",
    "slogan": "执法公开，查得到、看得懂",
    "introduction": "兴隆台区住房和城乡建设局的执法主体、人员、权责、程序和执法决定，依法在这里公示。",
    "section_description": "兴隆台区住房和城乡建设局行政执法公示",
    "section_keywords": "行政执法公示,行政处罚,住房和城乡建设",
    "section_type": "政务公开",
    "portal_name": "兴隆之窗",
    "parent_name": "住房和城乡建设局",
    "site_name": "兴隆之窗",
    "site_domain": "portal.example.cn",
    "site_code": "0000000000",
    "icp_number": "辽ICP备00000000号",
    "police_number": "辽公网安备00000000000000号",
    "phone": "0427-0000000",
}


def fill_column() -> bool:
    """Write the sample settings unless the column has settings already; return whether they were written."""
    return fill_settings(SETTINGS)
