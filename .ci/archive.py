#!/usr/bin/env python3
"""Builds gainsay for a target and packs what a release holds of it: the program, its licences, its manual, what shells complete by.

    .ci/archive.py x86_64-unknown-linux-musl           target/archives/gainsay-VERSION-TARGET.tar.gz
    .ci/archive.py x86_64-pc-windows-msvc DIR          DIR/gainsay-VERSION-TARGET.zip

It needs Python 3.11, the Rust toolchain with the target, and a machine that runs programs of the target: the manual is asked of the
program itself. For musl it needs musl-gcc too (the package musl-tools). One program is packed to the same bytes each time: files stand
in the order of their names, and bear the time of the commit.
"""

import argparse
import gzip
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import time
import tomllib
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHELLS = {"bash": "gainsay.bash", "elvish": "gainsay.elv", "fish": "gainsay.fish", "powershell": "_gainsay.ps1", "zsh": "_gainsay"}
BESIDE = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md"]


def told(*command):
    """What a program prints."""
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout


def built(target):
    """The program for a target, where cargo says that it lies."""
    env = dict(os.environ)
    if target.endswith("-musl"):
        # Linux has programs of musl under one name on every processor.
        env.setdefault(f"CC_{target.replace('-', '_')}", "musl-gcc")
    if target.endswith("-windows-msvc"):
        # Else it would ask for a runtime of C that not every Windows has.
        env.setdefault(f"CARGO_TARGET_{target.upper().replace('-', '_')}_RUSTFLAGS", "-C target-feature=+crt-static")
    command = ["cargo", "build", "--locked", "--release", "--features", "parquet", "--bin", "gainsay", "--target", target]
    command += ["--message-format", "json-render-diagnostics"]
    lines = subprocess.run(command, cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    programs = [artifact.get("executable") for artifact in map(json.loads, lines)]
    return Path(next(program for program in programs if program))


def held(program):
    """What an archive holds: each file by its path, with its bytes and whether it is run."""
    files = {program.name: (program.read_bytes(), True)}
    files |= {name: ((ROOT / name).read_bytes(), False) for name in BESIDE}
    for shell, name in SHELLS.items():
        files[f"completions/{name}"] = (told(program, "completions", shell), False)
    manual = told(program, "man")
    files["man/gainsay.1"] = (manual, False)
    # The manual names a page for each command.
    pages = re.findall(r"^gainsay\\-(\S+)\(1\)$", manual.decode(), re.MULTILINE)
    if not pages:
        sys.exit("`gainsay man` names no page of a command")
    for command in (page.replace("\\-", "-") for page in pages):
        # `help` is clap's own, and has no page.
        if command != "help":
            files[f"man/gainsay-{command}.1"] = (told(program, "man", command), False)
    return sorted(files.items())


def as_tar(folder, files, when):
    packed = io.BytesIO()
    with gzip.GzipFile("", "wb", 9, packed, mtime=0) as zipped, tarfile.open(fileobj=zipped, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, (content, is_run) in files:
            entry = tarfile.TarInfo(f"{folder}/{name}")
            entry.size, entry.mtime, entry.mode = len(content), when, 0o755 if is_run else 0o644
            tar.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def as_zip(folder, files, when):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as zipped:
        for name, (content, is_run) in files:
            entry = zipfile.ZipInfo(f"{folder}/{name}", time.gmtime(when)[:6])
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = (0o100755 if is_run else 0o100644) << 16
            zipped.writestr(entry, content)
    return packed.getvalue()


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("target", help="the target, as rustc names it")
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "target/archives", metavar="DIR", help="where the archive is laid")
    asked = asked.parse_args()
    version = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["package"]["version"]
    program = built(asked.target)
    said = told(program, "--version").decode().strip()
    if said != f"gainsay {version}":
        sys.exit(f"the program says `{said}`, and Cargo.toml has `{version}`")
    when = int(told("git", "log", "-1", "--format=%ct"))
    name = f"gainsay-{version}-{asked.target}"
    pack, ending = (as_zip, ".zip") if "-windows-" in asked.target else (as_tar, ".tar.gz")
    files = held(program)
    packed = pack(name, files, when)
    asked.folder.mkdir(parents=True, exist_ok=True)
    (asked.folder / f"{name}{ending}").write_bytes(packed)
    for file, (content, _) in files:
        print(f"{len(content):>10}  {name}/{file}")
    print(f"{len(packed):>10}  {name}{ending}")
    print(f"{hashlib.sha256(packed).hexdigest()}  {name}{ending}")


if __name__ == "__main__":
    main()
