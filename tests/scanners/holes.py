"""Has wapiti attack the addresses and forms that standard input names, and nothing that it finds beside them.

Its own program crawls first, and a forum is endless to it: hundreds of threads that differ in nothing but their words.
"""

import asyncio
import json
import sys

from wapitiCore.controller.wapiti import Wapiti
from wapitiCore.net import Request

from demo import BROWSER


async def attack(folder, address, cookies, modules, targets):
    """Attacks the targets (method, path with query, fields) with the modules, and leaves what it found in the folder."""
    wapiti = Wapiti(Request(f"{address}/"), scope="folder", session_dir=f"{folder}/session", config_dir=f"{folder}/config")
    wapiti.set_bug_reporting(False)
    wapiti.set_max_depth(0)  # no links are followed
    wapiti.set_modules(modules)
    wapiti.set_timeout(10)
    wapiti.set_drop_cookies()
    wapiti.set_report_generator_type("json")
    wapiti.set_output_file(f"{folder}/found.json")
    wapiti.verbosity(1)
    for name, value in [("User-Agent", BROWSER), ("Sec-Fetch-Site", "same-origin")] + ([("Cookie", cookies)] if cookies else []):
        wapiti.add_custom_header(name, value)
    # Nobody out there is asked, not even for the number of a name.
    endpoint = f"{address}/not-there/"
    wapiti.set_attack_options({
        "level": 1, "timeout": 10, "tasks": 4, "headless": "no", "excluded_urls": [], "max_attack_time": None,
        "dns_endpoint": "127.0.0.1", "external_endpoint": endpoint, "internal_endpoint": endpoint})
    await wapiti.init_persister()
    await wapiti.load_scan_state()
    for method, path, fields in targets:
        wapiti.add_start_url(Request(address + path, method=method, post_params=[list(field) for field in fields] or None))
    await wapiti.browse(asyncio.Event(), parallelism=2)
    await wapiti.attack()


if __name__ == "__main__":
    asyncio.run(attack(**json.load(sys.stdin)))
