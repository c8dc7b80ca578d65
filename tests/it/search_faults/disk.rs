//! A disk without room: the forum goes on, and the index catches up when there is room again.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{Forum, counted, wait_until, word_of};
use crate::support::{Child, Client};

/// A small disk of its own in a folder; it is gone when this is dropped.
struct Disk(PathBuf);

impl Disk {
    /// `None` where this user may mount nothing.
    fn mounted(folder: &Path, megabytes: u32) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let mut mount = Command::new("mount");
        mount
            .args(["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "tmpfs"])
            .arg(folder);
        let outcome = mount.output().ok()?;
        outcome.status.success().then(|| Self(folder.to_owned()))
    }

    /// Writes until nothing more goes in.
    fn fill_up(&self) {
        let mut ballast = fs::File::options()
            .create(true)
            .append(true)
            .open(self.ballast())
            .unwrap();
        for piece in [1 << 16, 1 << 10, 1] {
            let piece = vec![0; piece];
            while ballast.write(&piece).is_ok_and(|written| written == piece.len()) {}
        }
    }

    fn make_room(&self) {
        fs::remove_file(self.ballast()).unwrap();
    }

    fn ballast(&self) -> PathBuf {
        self.0.join("ballast")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _unmounted = Command::new("umount").arg("--lazy").arg(&self.0).output();
    }
}

/// How often the log says that the index stands still.
fn complaints(forum: &Forum) -> usize {
    forum.log("disk.log").matches("cannot follow").count()
}

fn post_a_reply(server: &Child, thread: &str) {
    let ada = crate::kill::sign_in(server.address, "ada");
    let path = format!("/threads/{thread}");
    let form = ada.try_form(&path, "form[action$='/replies']").unwrap();
    let answer = ada.send_form(&form.with(&[("body", "It blinks here too, beside the aqueduct.")]));
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[test]
fn a_full_disk_stops_the_index_and_nothing_else_until_there_is_room() {
    let mut forum = Forum::with_halls(3);
    let Some(disk) = Disk::mounted(&forum.search_folder(), 16) else {
        eprintln!("skipped: only root may mount a small disk");
        return;
    };
    disk.fill_up();
    let mut server = forum.serve_and_log("disk.log");
    wait_until(|| complaints(&forum) > 0).expect("it says that the index cannot be filled");
    let visitor = Client::new(server.address);
    assert_eq!(visitor.get("/threads").status, 200);
    assert_eq!(visitor.get("/search?q=lamp").status, 200);
    disk.make_room();
    forum.wait_until_whole(&server);
    assert_eq!(complaints(&forum), 1, "{}", forum.log("disk.log"));

    disk.fill_up();
    post_a_reply(&server, &forum.halls[0][0].to_string());
    forum.add_hall();
    forum.stir(1);
    wait_until(|| complaints(&forum) > 1).expect("it says that the index stands still");
    assert_eq!(
        counted(&visitor.get(&format!("/search?q={}", word_of(2)))),
        100,
        "what is there is found"
    );
    disk.make_room();
    forum.wait_until_whole(&server);
    assert_eq!(counted(&visitor.get("/search?q=aqueduct")), 1);
    assert_eq!(complaints(&forum), 2, "{}", forum.log("disk.log"));
    assert!(!forum.log("disk.log").contains("broken"), "{}", forum.log("disk.log"));
    server.kill();
}
