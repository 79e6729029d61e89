//! Disks of our own: full, or read-only.

use std::process::{Command, Stdio};

use crate::ground::{Ground, State, left, rounds};

/// Mounts a disk of a megabyte on `$1` with what stands in `$2`, does `$4` there, runs the rest of the arguments and copies what stands
/// there then to `$3`.
const SCRIPT: &str = r#"
disk=$1 from=$2 to=$3 prepare=$4
shift 4
mount -t tmpfs -o size=1m tmpfs "$disk" && cp -R "$from"/. "$disk" && cd "$disk" && eval "$prepare" || exit 77
"$@" >/dev/null 2>&1
code=$?
cp -R "$disk"/. "$to" || exit 77
exit $code
"#;

/// How to have mounts of our own, where there is a way.
pub(crate) fn own_disk() -> Option<Vec<&'static str>> {
    let ways: [&[&str]; 3] = [&["unshare", "-m"], &["unshare", "-r", "-m"], &["sudo", "-n", "unshare", "-m"]];
    let goes = |way: &&[&str]| {
        let mut probe = Command::new(way[0]);
        probe.args(&way[1..]).args(["sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt"]);
        probe.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    ways.into_iter().find(goes).map(<[_]>::to_vec)
}

/// The exit code on a disk that was so prepared, and how the files stood in the end.
fn on_disk(way: &[&str], ground: &Ground, prepare: &str) -> (Option<i32>, State) {
    let (disk, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    ground.reset();
    let mut run = Command::new(way[0]);
    run.args(&way[1..]).args(["sh", "-c", SCRIPT, "sh"]).arg(disk.path()).arg(ground.path()).arg(to.path());
    run.arg(prepare).arg(env!("CARGO_BIN_EXE_gainsay")).args(ground.arguments);
    let code = run.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap().code();
    assert_ne!(code, Some(77), "a disk of our own");
    let state = ground.state_in(to.path(), prepare);
    assert_eq!(left(to.path()), 0, "{prepare} leaves nothing");
    (code, state)
}

pub(crate) fn full(way: &[&str]) {
    let (mut old, mut new) = (0, 0);
    for ground in Ground::all() {
        // From no room at all to enough of it.
        for room in (0..64).step_by(if rounds(1) > 1 { 4 } else { 16 }) {
            let prepare = format!("head -c 2m /dev/zero > fill 2>/dev/null; truncate -s -{room}K fill");
            match on_disk(way, &ground, &prepare) {
                (Some(2), State::Old) => old += 1,
                (code, State::New) if code == Some(ground.code) => new += 1,
                other => panic!("{:?} with {room} KB of room: {other:?}", ground.arguments),
            }
        }
    }
    println!("full disks: {old} left the old, {new} had room for the new");
    assert!(old >= 3 && new >= 3, "some are full and some are not");
}

pub(crate) fn read_only(way: &[&str]) {
    let mut tried = 0;
    for ground in Ground::all() {
        for prepare in [
            "mount -o remount,ro \"$disk\"",
            "for it in reports sources .; do mkdir -p $it; mount --bind $it $it && mount -o remount,ro,bind $it || exit 77; done; cd \"$disk\"",
        ] {
            assert_eq!(
                on_disk(way, &ground, prepare),
                (Some(2), State::Old),
                "{:?} {prepare}",
                ground.arguments
            );
            tried += 1;
        }
    }
    println!("read-only disks and folders: {tried} left the old");
}
