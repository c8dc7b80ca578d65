use super::*;

fn report(kind: &str, parts: &[(&str, &str)]) -> String {
    let mut raw = format!(
        "From: MAILER-DAEMON@mx.example.com\r\nTo: forum@example.com\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type={kind}; boundary=\"b\"\r\n\r\n"
    );
    for (kind, body) in parts {
        raw.push_str(&format!(
            "--b\r\nContent-Type: {kind}\r\n\r\n{}\r\n",
            body.replace('\n', "\r\n")
        ));
    }
    raw + "--b--\r\n"
}

const LETTER: &str = "Received: by mx\nFrom: forum@example.com\nTo: ada@example.com\nSubject: Hello\n\
    Message-ID: <job-1-5f.1.00112233445566778899@example.com>\n\nHello\n";

fn delivery(status: &str) -> String {
    let words = ("text/plain", "I am sorry to say that it did not arrive.");
    report(
        "delivery-status",
        &[words, ("message/delivery-status", status), ("message/rfc822", LETTER)],
    )
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

#[test]
fn a_mailbox_that_is_not_there_is_reported_as_postfix_does() {
    let read = read(
        delivery(
            "Reporting-MTA: dns; mx.example.com\nX-Postfix-Queue-ID: 12\n\nFinal-Recipient: rfc822; ada.home@example.net\n\
             Original-Recipient: rfc822;ada@example.com\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n \
             <ada.home@example.net>: user unknown\n",
        )
        .as_bytes(),
    );
    let read = read.unwrap();
    assert_eq!(read.letter, "job-1-5f.1.00112233445566778899");
    assert_eq!(read.bounce, Bounce::Hard);
    assert_eq!(read.said, "smtp; 550 5.1.1 <ada.home@example.net>: user unknown");
    assert!(read.readers.contains(&address("ada@example.com")), "{read:?}");
    assert!(read.readers.contains(&address("ada.home@example.net")), "{read:?}");
}

#[test]
fn what_may_pass_is_soft_and_a_delay_is_nothing() {
    let of = |action: &str, status: &str| {
        let group = format!(
            "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ada@example.com\nAction: {action}\nStatus: {status}\n"
        );
        read(delivery(&group).as_bytes()).map(|read| read.bounce)
    };
    assert_eq!(of("failed", "5.2.2"), Some(Bounce::Soft));
    assert_eq!(of("Failed", "4.4.7 (expired)"), Some(Bounce::Soft));
    assert_eq!(of("failed", "gone"), Some(Bounce::Soft));
    assert_eq!(of("failed", "5.1.1"), Some(Bounce::Hard));
    for (action, status) in [
        ("delayed", "4.4.1"),
        ("delivered", "2.0.0"),
        ("relayed", "2.0.0"),
        ("", ""),
    ] {
        assert_eq!(of(action, status), None, "{action}");
    }
}

#[test]
fn a_report_that_gives_back_only_the_head_is_read() {
    let status = "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1\n";
    let raw = report(
        "delivery-status",
        &[("message/delivery-status", status), ("text/rfc822-headers", LETTER)],
    );
    assert_eq!(read(raw.as_bytes()).unwrap().letter, "job-1-5f.1.00112233445566778899");
}

#[test]
fn a_complaint_is_read_and_praise_is_not() {
    let of = |kind: &str| {
        let feedback =
            format!("Feedback-Type: {kind}\nUser-Agent: Loop/1.0\nVersion: 1\nOriginal-Rcpt-To: <ada@example.com>\n");
        let words = ("text/plain", "This is a complaint.");
        let raw = report(
            "feedback-report",
            &[
                words,
                ("message/feedback-report", &feedback),
                ("message/rfc822", LETTER),
            ],
        );
        read(raw.as_bytes())
    };
    let complaint = of("abuse").unwrap();
    assert_eq!(complaint.bounce, Bounce::Complaint);
    assert_eq!(
        complaint.readers,
        [address("ada@example.com"), address("ada@example.com")]
    );
    assert_eq!((of("not-spam"), of("auth-failure"), of("")), (None, None, None));
}

#[test]
fn what_is_no_report_is_none_and_breaks_nothing() {
    let status = "Action: failed\nStatus: 5.1.1\n";
    let without_letter = report("delivery-status", &[("message/delivery-status", status)]);
    let ordinary = "From: ada@example.com\r\nTo: forum@example.com\r\nSubject: Re: Hello\r\n\r\nThanks.\r\n";
    let nested = "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n".repeat(2_000);
    for raw in [
        "",
        "\r\n\r\n",
        ordinary,
        &without_letter,
        &nested,
        "Content-Type: multipart/report\r\n\r\n--",
    ] {
        assert_eq!(read(raw.as_bytes()), None, "{:.80}", raw);
    }
    assert_eq!(read(&[0xff; 9_999]), None);
}

proptest::proptest! {
    #[test]
    fn a_report_that_was_damaged_breaks_nothing(at in 0_usize..2_000, byte: u8, cut in 0_usize..2_000) {
        let status = "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; ada@example.com\nAction: failed\nStatus: 5.1.1\n";
        let mut raw = delivery(status).into_bytes();
        if let Some(place) = raw.get_mut(at) {
            *place = byte;
        }
        raw.truncate(raw.len().saturating_sub(cut));
        let _read = read(&raw);
    }
}
