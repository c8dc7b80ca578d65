//! An S3-compatible store instead of a folder: skipped unless `TANYA_TEST_S3` names one that takes any key, which `tests/run` starts.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::Duration;

use super::{address, count, png, send, upload};
use crate::support::TestApp;

/// A bucket of a test's own, on a store whose way can be shut.
pub(super) struct Bucket {
    app: TestApp,
    pub(super) store: String,
    pub(super) name: String,
    is_open: Arc<AtomicBool>,
}

impl Bucket {
    pub(super) fn spawn() -> Option<Self> {
        let Ok(store) = std::env::var("TANYA_TEST_S3") else {
            println!("skipped: TANYA_TEST_S3 names no store");
            return None;
        };
        let store = store.trim_end_matches('/').to_owned();
        let name = format!("forum-{:016x}", rand::random::<u64>());
        let made = ureq::put(format!("{store}/{name}")).send_empty().unwrap();
        assert_eq!(made.status().as_u16(), 200);
        let is_open = Arc::new(AtomicBool::new(true));
        let app = TestApp::configured(&[
            ("TANYA_UPLOADS", &format!("s3://{name}/some/where")),
            ("AWS_ACCESS_KEY_ID", "forum"),
            ("AWS_SECRET_ACCESS_KEY", "secret"),
            ("AWS_ENDPOINT_URL", &way_to(&store, Arc::clone(&is_open))),
        ]);
        Some(Self {
            app,
            store,
            name,
            is_open,
        })
    }

    /// The names of all objects.
    pub(super) fn objects(&self) -> Vec<String> {
        let listed = ureq::get(format!("{}/{}?list-type=2", self.store, self.name)).call();
        let listed = listed.unwrap().body_mut().read_to_string().unwrap();
        let keys = listed.split("<Key>").skip(1);
        keys.map(|rest| rest.split("</Key>").next().unwrap().to_owned())
            .collect()
    }
}

/// An address of this machine that hands on to a store while its way is open.
fn way_to(store: &str, is_open: Arc<AtomicBool>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let target = store.trim_start_matches("http://").to_owned();
    std::thread::spawn(move || {
        for asked in listener.incoming() {
            let Ok(asked) = asked else { return };
            if !is_open.load(Ordering::SeqCst) {
                continue;
            }
            let Ok(answered) = TcpStream::connect(&target) else {
                continue;
            };
            for (mut from, mut to, is_open) in [
                (
                    asked.try_clone().unwrap(),
                    answered.try_clone().unwrap(),
                    Arc::clone(&is_open),
                ),
                (answered, asked, Arc::clone(&is_open)),
            ] {
                std::thread::spawn(move || {
                    let mut chunk = [0; 16 * 1024];
                    while let Ok(count @ 1..) = from.read(&mut chunk) {
                        if !is_open.load(Ordering::SeqCst) || to.write_all(&chunk[..count]).is_err() {
                            break;
                        }
                    }
                    let _gone = to.shutdown(std::net::Shutdown::Both);
                    let _gone = from.shutdown(std::net::Shutdown::Both);
                });
            }
        }
    });
    format!("http://{address}")
}

#[test]
fn a_bucket_keeps_gives_and_forgets_files() {
    let Some(bucket) = Bucket::spawn() else { return };
    let app = &bucket.app;
    let ada = app.signed_in("ada");
    let line = upload(&ada, "ünïcode.png", &png(700), "A pattern");
    let objects = bucket.objects();
    assert_eq!(objects.len(), 2, "{objects:?}");
    assert!(
        objects.iter().all(|name| name.starts_with("some/where/")),
        "{objects:?}"
    );
    let address = address(&line);
    let whole = ada.get(&address);
    assert_eq!(whole.status, 200);
    assert!(whole.bytes.starts_with(b"\x89PNG"));
    assert_eq!(ada.get(&address.replace("700x700", "640")).status, 200);
    let part = ada.send_with("GET", &address, &[("range", "bytes=1-3")], None).unwrap();
    assert_eq!((part.status, &*part.body), (206, "PNG"));
    // More than is read at once.
    let log: Vec<u8> = (0..3 << 20)
        .map(|at| if at % 64 == 63 { b'\n' } else { b'a' + (at % 23) as u8 })
        .collect();
    let line = upload(&ada, "long.log", &log, "");
    assert!(
        ada.get(&super::address(&line)).bytes == log,
        "the pieces make the whole"
    );
    app.pass(Duration::hours(25));
    app.work();
    assert_eq!(bucket.objects(), Vec::<String>::new());
    assert_eq!(count(app), 0);
}

#[test]
fn a_bucket_that_is_away_loses_nothing_and_says_so() {
    let Some(bucket) = Bucket::spawn() else { return };
    let app = &bucket.app;
    let ada = app.signed_in("ada");
    let kept = upload(&ada, "a.png", &png(20), "");
    let thread = app.by("ada", |ada| ada.ask_saying("help", "Why does it blink?", &kept));
    bucket.is_open.store(false, Ordering::SeqCst);
    let refused = send(&ada, "/uploads", &[], Some(("b.png", &png(30))));
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("does not answer"), "{}", refused.body);
    assert_eq!(count(app), 1, "no row without bytes");
    assert_eq!(
        app.visitor().visit(&format!("/threads/{thread}")).status,
        200,
        "pages go on"
    );
    assert_eq!(app.visitor().get(&address(&kept)).status, 503);
    bucket.is_open.store(true, Ordering::SeqCst);
    assert_eq!(app.visitor().get(&address(&kept)).status, 200);
    upload(&ada, "b.png", &png(30), "");
    // Whatever of the refused one came through is removed, once nothing of it is on its way.
    app.pass(Duration::hours(2));
    app.work();
    assert_eq!(bucket.objects().len(), 2);
}
