//! How the program is linked.

#![expect(clippy::disallowed_methods, reason = "cargo says there what the target is")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed=GAINSAY_DYNAMIC");
    let of_target = |what: &str| env::var(format!("CARGO_CFG_TARGET_{what}")).unwrap_or_default();
    let is_static = of_target("FEATURE").split(',').any(|feature| feature == "crt-static");
    if of_target("OS") != "linux" || of_target("ENV") != "gnu" || is_static {
        return;
    }
    // A program that lies where it was linked has none of its 40,000 addresses to be written before it begins, each on a page that is
    // then copied: a quarter of what the shortest run takes. Heap, stack and libraries lie somewhere else each time as before.
    println!("cargo:rustc-link-arg-bins=-no-pie");
    if matches!(of_target("ARCH").as_str(), "x86_64" | "aarch64") && env::var_os("GAINSAY_DYNAMIC").is_none()
    {
        let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
        if let Ok(true) = stand_ins(&out) {
            println!("cargo:rustc-link-arg-bins=-static");
            println!("cargo:rustc-link-arg-bins=-L{}", out.display());
        }
    }
}

/// Writes what the linker takes for the libraries of the system, each an archive that stands for all of those that link statically; `false`
/// where the system has no such archives.
///
/// Three shared libraries to be found, read and put in their places are another quarter of the shortest run. Nothing that the program
/// asks of them looks beyond it while it runs. `+crt-static` would be the name for it, but is for all that is built or for nothing, and
/// macros cannot be built so: here it is the program alone. `GAINSAY_DYNAMIC`, whatever it is set to, leaves it out.
///
/// # Errors
/// The linker cannot be asked, or nothing can be written.
fn stand_ins(out: &Path) -> io::Result<bool> {
    let is_native = env::var_os("HOST") == env::var_os("TARGET");
    let linker = match env::var_os("RUSTC_LINKER") {
        Some(linker) => linker,
        None if is_native => "cc".into(),
        None => return Ok(false),
    };
    let mut archives = String::new();
    for name in ["libc.a", "libm.a", "libgcc.a", "libgcc_eh.a"] {
        let asked = Command::new(&linker).arg(format!("-print-file-name={name}")).output()?;
        let path = String::from_utf8_lossy(&asked.stdout).trim().to_owned();
        // A name that is not found is given back as it is.
        if !asked.status.success() || !Path::new(&path).is_absolute() {
            return Ok(false);
        }
        archives.push_str(&format!(" \"{path}\""));
    }
    for name in ["c", "m", "gcc_s", "pthread", "dl", "rt", "util"] {
        fs::write(out.join(format!("lib{name}.a")), format!("GROUP ({archives} )\n"))?;
    }
    Ok(true)
}
