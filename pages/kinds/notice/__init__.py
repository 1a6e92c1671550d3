"""Notices (通知公告, 工作动态, 典型案例): their text as public HTML, the parties they name, copies for WeChat."""
