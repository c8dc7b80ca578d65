//! Messages out of a mailbox: kept before they are marked as read, whatever the server does.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use tanya::domain::incoming::Mailbox;
use tanya::domain::incoming::Outcome::{Posted, Repeated};
use tanya::mail::mailbox::{Door, MailboxError, Watch};

use super::{Forum, message};

/// What a server does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Nothing,
    /// It hangs up when a message is to be marked as read.
    HangsUpBeforeMarking,
    /// It hangs up in the middle of a message.
    HangsUpInAMessage,
    /// It knows nobody.
    Refuses,
    /// It says that a message is huge.
    Huge,
}

/// A small IMAP server, for a few conversations.
struct Server {
    port: u16,
    seen: Arc<Mutex<BTreeSet<u32>>>,
    fault: Arc<Mutex<Fault>>,
}

impl Server {
    fn holding(messages: Vec<Vec<u8>>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let seen: Arc<Mutex<BTreeSet<u32>>> = Arc::default();
        let fault = Arc::new(Mutex::new(Fault::Nothing));
        let (its_seen, its_fault) = (Arc::clone(&seen), Arc::clone(&fault));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let fault = *its_fault.lock().unwrap();
                // Whoever hangs up is who the test is about.
                let _ended = talk(stream.unwrap(), &messages, &its_seen, fault);
            }
        });
        Self { port, seen, fault }
    }

    fn does(&self, fault: Fault) {
        *self.fault.lock().unwrap() = fault;
    }

    fn seen(&self) -> Vec<u32> {
        self.seen.lock().unwrap().iter().copied().collect()
    }

    fn watch(&self, forum: &Forum) -> Watch {
        let mailbox = Mailbox {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            is_encrypted: false,
            user: "forum".to_owned(),
            password: "a \"good\" \\ one".to_owned(),
            folder: "INBOX".to_owned(),
        };
        let door = Door::new(mailbox, None).unwrap();
        Watch::new(door, forum.app.store().clone(), forum.app.clock.clone())
    }
}

fn talk(
    stream: std::net::TcpStream,
    messages: &[Vec<u8>],
    seen: &Mutex<BTreeSet<u32>>,
    fault: Fault,
) -> std::io::Result<()> {
    let mut output = stream.try_clone()?;
    output.write_all(b"* OK ready\r\n")?;
    for line in BufReader::new(stream).lines() {
        let line = line?;
        let (tag, command) = line.split_once(' ').unwrap();
        let number = |word: usize| command.split(' ').nth(word).and_then(|uid| uid.parse::<u32>().ok());
        let mut answer = String::new();
        if command.starts_with("LOGIN") {
            let is_known = command == r#"LOGIN "forum" "a \"good\" \\ one""# && fault != Fault::Refuses;
            if !is_known {
                output.write_all(format!("{tag} NO nobody\r\n").as_bytes())?;
                continue;
            }
        } else if command == "UID SEARCH UNSEEN" {
            let seen = seen.lock().unwrap();
            let unseen = (1..=u32::try_from(messages.len()).unwrap()).filter(|uid| !seen.contains(uid));
            answer = format!(
                "* SEARCH {}\r\n",
                unseen.map(|uid| uid.to_string()).collect::<Vec<_>>().join(" ")
            );
        } else if command.contains("RFC822.SIZE") {
            let raw = &messages[number(2).unwrap() as usize - 1];
            let size = if fault == Fault::Huge {
                26 * 1024 * 1024
            } else {
                raw.len()
            };
            answer = format!("* 1 FETCH (UID 1 RFC822.SIZE {size})\r\n");
        } else if command.contains("BODY.PEEK[]") {
            let raw = &messages[number(2).unwrap() as usize - 1];
            output.write_all(format!("* 1 FETCH (BODY[] {{{}}}\r\n", raw.len()).as_bytes())?;
            if fault == Fault::HangsUpInAMessage {
                return output.write_all(&raw[..raw.len() / 2]);
            }
            output.write_all(raw)?;
            answer = ")\r\n".to_owned();
        } else if command.starts_with("UID STORE") {
            if fault == Fault::HangsUpBeforeMarking {
                return Ok(());
            }
            seen.lock().unwrap().insert(number(2).unwrap());
        }
        output.write_all(format!("{answer}{tag} OK done\r\n").as_bytes())?;
    }
    Ok(())
}

#[test]
fn what_nobody_has_read_is_kept_and_then_marked() {
    let forum = Forum::spawn();
    let to = forum.address("bob");
    let bodies = ["One, with a {3}\r\nin it.", "Two.\r\n)"];
    let messages = (0..2).map(|n| message("bob@example.com", &to, &n.to_string(), bodies[n]));
    let server = Server::holding(messages.collect());
    let watch = server.watch(&forum);
    assert_eq!(watch.look().unwrap(), 2);
    assert_eq!(server.seen(), [1, 2]);
    assert_eq!(watch.look().unwrap(), 0);
    forum.app.work();
    assert_eq!(forum.outcomes(), [Posted, Posted]);
}

#[test]
fn a_server_that_goes_away_costs_no_message() {
    let forum = Forum::spawn();
    let server = Server::holding(vec![message(
        "bob@example.com",
        &forum.address("bob"),
        "1",
        "It works.",
    )]);
    let watch = server.watch(&forum);
    server.does(Fault::Refuses);
    assert!(matches!(watch.look(), Err(MailboxError::Refused { .. })));
    server.does(Fault::HangsUpInAMessage);
    assert!(watch.look().is_err());
    assert_eq!((server.seen(), forum.rows().len()), (vec![], 0));
    server.does(Fault::HangsUpBeforeMarking);
    assert!(watch.look().is_err(), "it is kept, and not marked");
    server.does(Fault::Nothing);
    assert_eq!(watch.look().unwrap(), 1, "so it comes again");
    assert_eq!(server.seen(), [1]);
    forum.app.work();
    let mut outcomes = forum.outcomes();
    outcomes.sort();
    assert_eq!(outcomes, [Posted, Repeated]);
}

#[test]
fn a_huge_message_stays_where_it_is() {
    let forum = Forum::spawn();
    let server = Server::holding(vec![message("bob@example.com", &forum.address("bob"), "1", "x")]);
    server.does(Fault::Huge);
    assert_eq!(server.watch(&forum).look().unwrap(), 0);
    assert_eq!((server.seen(), forum.rows().len()), (vec![1], 0));
}

#[test]
fn nobody_at_the_other_end_is_an_error_without_the_password() {
    let forum = Forum::spawn();
    let server = Server::holding(Vec::new());
    server.does(Fault::Refuses);
    let refused = server.watch(&forum).look().unwrap_err().to_string();
    assert!(!refused.contains("good"), "{refused}");
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let nobody = Server { port, ..server };
    assert!(matches!(nobody.watch(&forum).look(), Err(MailboxError::Away(_))));
}
