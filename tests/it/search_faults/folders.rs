//! Folders that are removed, shared, or left by another version.

use std::io::ErrorKind;
use std::path::Path;

use super::{Forum, counted, wait_until, word_of};
use crate::support::Client;

#[test]
fn a_folder_that_is_deleted_while_it_serves_is_made_again_and_searches_go_on() {
    let mut forum = Forum::with_halls(3);
    let server = forum.serve();
    forum.wait_until_whole(&server);
    let visitor = Client::new(server.address);
    delete_while_written(&forum.index_folder());
    let is_back = || {
        let page = visitor.get(&format!("/search?q={}", word_of(1)));
        assert_eq!(counted(&page), 100, "what was there serves until there is more");
        forum.index_folder().join("meta.json").exists()
    };
    wait_until(is_back).expect("the folder is made again");
    forum.add_thread();
    forum.stir(0);
    forum.wait_until_whole(&server);
}

/// Deletes `folder` as somebody would who tries again when a file was written into it between the listing and the
/// deletion.
fn delete_while_written(folder: &Path) {
    wait_until(|| match std::fs::remove_dir_all(folder) {
        Ok(()) => true,
        Err(e) if e.kind() == ErrorKind::DirectoryNotEmpty => false,
        Err(e) => panic!("{e}"),
    })
    .expect("the folder goes");
}

#[test]
fn a_folder_that_is_deleted_between_runs_is_made_again() {
    let forum = Forum::with_halls(2);
    let mut server = forum.serve();
    forum.wait_until_whole(&server);
    server.kill();
    std::fs::remove_dir_all(forum.search_folder()).unwrap();
    forum.wait_until_whole(&forum.serve());
}

#[test]
fn of_two_processes_on_one_folder_the_second_reads_says_so_and_takes_over() {
    let mut forum = Forum::with_halls(2);
    let mut first = forum.serve();
    forum.wait_until_whole(&first);
    let second = forum.serve_and_log("second.log");
    forum.wait_until_whole(&second);
    wait_until(|| forum.log("second.log").contains("another process writes the index")).expect("it says so");
    forum.add_thread();
    forum.wait_until_whole(&first);
    forum.wait_until_whole(&second);
    first.kill();
    forum.add_thread();
    forum.stir(0);
    forum.wait_until_whole(&second);
    let said = forum.log("second.log").matches("another process writes").count();
    assert_eq!(said, 1, "{}", forum.log("second.log"));
}

#[test]
fn an_index_of_an_earlier_version_is_not_served_and_goes_once_the_new_one_is_full() {
    let forum = Forum::with_halls(2);
    let mut server = forum.serve();
    forum.wait_until_whole(&server);
    server.kill();
    let older = forum.search_folder().join("threads-0");
    std::fs::rename(forum.index_folder(), &older).unwrap();
    let server = forum.serve();
    forum.wait_until_whole(&server);
    wait_until(|| !older.exists()).expect("it is removed");
}

#[test]
fn an_index_that_was_broken_between_runs_is_set_aside_and_reported() {
    let forum = Forum::with_halls(2);
    let mut server = forum.serve();
    forum.wait_until_whole(&server);
    server.kill();
    let segment = std::fs::read_dir(forum.index_folder())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let postings = segment.filter(|path| path.extension().is_some_and(|extension| extension == "idx"));
    let largest = postings.max_by_key(|path| path.metadata().unwrap().len()).unwrap();
    let mut bytes = std::fs::read(&largest).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x10;
    std::fs::write(&largest, bytes).unwrap();
    let server = forum.serve_and_log("broken.log");
    forum.wait_until_whole(&server);
    let log = forum.log("broken.log");
    assert_eq!(log.matches("the index is broken").count(), 1, "{log}");
    assert!(forum.index_folder().with_extension("broken").exists());
}
