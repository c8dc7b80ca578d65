//! What stands in whose digest, and why.

use super::*;
use tanya::domain::id::ThreadId;
use tanya::domain::resolution::CloseReason;

/// The noon after the beginning of the story, and a little.
fn noon() -> DateTime<Utc> {
    at("2026-03-02T12:10:00Z")
}

fn one(letters: Vec<Letter>, to: &str) -> Letter {
    let mut found: Vec<Letter> = letters.into_iter().filter(|letter| letter.to == address(to)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn an_asker_hears_of_their_own_questions() {
    let app = TestApp::spawn();
    subscribe(&app, "ada", &daily());
    let open = app.by("ada", |ada| ada.ask("help", "Why is it dark?", "lamp"));
    let answered = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    app.by("bob", |bob| bob.reply(answered, "With the key."));
    let letter = one(letters_at(&app, noon()), "ada@example.com");
    let (confirm, own) = (
        letter.text.find("Did an answer solve it?").unwrap(),
        letter.text.find("Your open questions").unwrap(),
    );
    assert!(confirm < own);
    assert!(
        letter
            .text
            .contains("You asked this, and it was answered. Say which answer solved it.")
    );
    assert!(letter.text.contains("You asked this, and nobody has answered yet."));
    assert!(
        !letter.text.contains("Waiting for an answer"),
        "one's own stands there once: {}",
        letter.text
    );
    for thread in [open, answered] {
        assert!(letter.text.contains(&format!("{ORIGIN}/threads/{thread}/")));
    }
    insta::assert_snapshot!("digest_of_an_asker", plain(&letter.text));
}

#[test]
fn an_answerer_hears_of_what_waits_longest_in_what_they_chose() {
    let app = TestApp::spawn();
    let first = app.by("ada", |ada| ada.ask("help", "Why is it dark?", "lamp"));
    app.clock.pass(Duration::minutes(5));
    app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    app.by("ada", |ada| ada.ask("members", "Who has the key?", "key"));
    let lamp = app
        .read(|db| subscribers::tags_named(db, &["lamp".to_owned(), "key".to_owned()]))
        .unwrap();
    let choices = Choices { tags: lamp, ..daily() };
    app.clock.pass(Duration::minutes(-5));
    subscribe(&app, "eve", &choices);
    let letter = one(letters_at(&app, noon()), "eve@example.com");
    let (lamp, key) = (
        letter.text.find("Why is it dark?").unwrap(),
        letter.text.find("Who has the key?").unwrap(),
    );
    assert!(lamp < key, "the one that waits longest first");
    assert!(!letter.text.contains("How do I open the box?"));
    assert!(letter.text.contains("You chose the tag lamp."));
    // What was answered before the letter goes is told no more.
    app.by("bob", |bob| bob.reply(first, "Turn it on."));
}

#[test]
fn whoever_chose_nothing_hears_of_what_they_watch() {
    let app = TestApp::spawn();
    subscribe(&app, "eve", &daily());
    let (eve, now, sight) = (app.user("eve"), app.now(), Sight::public());
    app.by("bob", |bob| bob.ask("help", "Why is it dark?", "lamp"));
    app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    app.write(|tx| {
        tanya::store::subscriptions::choose_for_tag(
            tx,
            eve.id,
            sight,
            "lamp",
            tanya::domain::subscription::Level::Watching,
            now,
        )
    });
    let letters = letters_at(&app, noon());
    let letter = one(letters, "eve@example.com");
    assert!(letter.text.contains("Why is it dark?"), "{}", letter.text);
    assert!(!letter.text.contains("How do I open the box?"), "{}", letter.text);
}

#[test]
fn what_went_beyond_the_letters_of_a_day_is_told_in_the_digest() {
    let app = TestApp::spawn();
    subscribe(&app, "ada", &daily());
    let thread = app.by("ada", |ada| ada.ask("help", "How do I open the box?", "box"));
    app.by("bob", |bob| bob.reply(thread, "With the key."));
    app.letters();
    use diesel::connection::SimpleConnection;
    let deferred = "update notifications set deferred_at = happened_at, is_by_mail = true";
    app.write(|tx| Ok(tx.batch_execute(deferred)?));
    let letters = letters_at(&app, noon());
    let told: Vec<&Letter> = letters
        .iter()
        .filter(|letter| letter.text.contains("What your letters had no room for"))
        .collect();
    assert_eq!(told.len(), 1, "{letters:?}");
    assert!(
        told[0].text.contains("1 thing here was not told by letter"),
        "{}",
        told[0].text
    );
    // What is read meanwhile does not wait any more.
    app.by("bob", |bob| bob.reply(thread, "Or with a hammer."));
    let read = "update notifications set deferred_at = happened_at, read_at = happened_at";
    app.write(|tx| Ok(tx.batch_execute(read)?));
    let letters = letters_at(&app, noon() + Duration::days(1));
    assert!(
        letters
            .iter()
            .all(|letter| !letter.text.contains("What your letters had no room for"))
    );
}

#[test]
fn whoever_only_left_an_address_sees_what_everybody_sees() {
    let app = TestApp::spawn();
    opt_in(&app, "fay@example.org", &[("frequency", "daily")]);
    for category in ["help", "members", "back-office"] {
        let asker = if category == "back-office" { "dan" } else { "bob" };
        let thread = app.by(asker, |one| one.ask(category, &format!("How is {category}?"), "box"));
        let reply = app.by("root", |root| root.reply(thread, "Fine."));
        app.by(asker, |one| one.accept(reply));
    }
    app.by("bob", |bob| bob.ask("help", "Who answers?", "box"));
    // Weekly readers without an account get theirs at eight.
    let letter = one(letters_at(&app, at("2026-03-03T08:10:00Z")), "fay@example.org");
    assert!(letter.text.contains("How is help?"));
    assert!(!letter.text.contains("How is members?") && !letter.text.contains("How is back-office?"));
    assert!(!letter.text.contains("Who answers?"), "answering needs an account");
    assert!(!letter.text.contains("Hello"), "nobody knows their name");
}

#[test]
fn moderators_and_staff_hear_of_their_duties() {
    let app = TestApp::spawn();
    for name in ["cat", "dan", "eve"] {
        subscribe(&app, name, &daily());
    }
    let thread = app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    app.clock.pass(Duration::minutes(30));
    let reply = app.by("cat", |cat| cat.reply(thread, "With the key."));
    app.by("bob", |bob| bob.accept(reply));
    let article = app.by("cat", |cat| {
        let section = cat.section("Boxes", None)?;
        cat.article(section, "Opening boxes", "public")
    });
    app.settle_changes();
    let reckoner = tanya::reports::reckoner::Reckoner::new(app.store().clone(), app.clock.clone());
    while reckoner.step().unwrap() {}
    use diesel::connection::SimpleConnection;
    let due = format!(
        "update articles set review_at = '2026-03-02 11:00:00.000000' where id = {article}; \
         insert into proposals (kind, state, audience, people_count, member_count, asker_count, me_too_count, view_count, \
         open_count, recent_count, unhelpful_count, version, made_at, changed_at, weighed_at, title, reason, group_id) \
         select 'article', 'open', 'public', 7, 3, 3, 4, 0, 3, 0, 0, 1, '2026-03-02 11:00:00.000000', \
         '2026-03-02 11:00:00.000000', '2026-03-02 11:00:00.000000', 'Losing the key', '', null"
    );
    app.write(|tx| Ok(tx.batch_execute(&due)?));
    let letters = letters_at(&app, noon());
    for (name, sees_duties, sees_figures) in [("cat", true, true), ("dan", true, true), ("eve", false, false)] {
        let letter = one(letters.clone(), &format!("{name}@example.com"));
        assert!(letter.text.contains("Resolved and worth reading"), "{}", letter.text);
        assert!(letter.text.contains("Opening boxes"));
        assert_eq!(
            letter.text.contains("Articles to look over"),
            sees_duties,
            "{}",
            letter.text
        );
        assert_eq!(letter.text.contains("7 people asked for this"), sees_duties);
        assert_eq!(
            letter.text.contains("Asked: 1. Answered: 1. Resolved: 1."),
            sees_figures
        );
        assert_eq!(letter.text.contains("waited 30 min or less"), sees_figures);
    }
    insta::assert_snapshot!("digest_of_staff", plain(&one(letters, "dan@example.com").text));
}

/// Closes a question as a duplicate.
fn close(app: &TestApp, thread: ThreadId, original: ThreadId) {
    let (root, now) = (app.user("root"), app.now());
    let closing = tanya::store::threads::Closing {
        reason: CloseReason::Duplicate,
        original: Some(original),
        note: tanya::domain::body::Reason::default(),
    };
    app.write(|tx| tanya::store::threads::close(tx, &root, Sight::everything(), thread, &closing, now));
}

#[test]
fn what_an_article_or_an_original_settled_is_told_with_what_it_was_and_once() {
    let app = TestApp::spawn();
    for name in ["eve", "dan"] {
        subscribe(&app, name, &daily());
    }
    let ask = |title: &str| app.by("bob", |bob| bob.ask("help", title, "box"));
    let original = ask("How do I open the box?");
    let (linked, duplicate, hidden) = (
        ask("Why is the box shut?"),
        ask("Which way does the lid turn?"),
        ask("Who else opened it?"),
    );
    let inner = app.by("dan", |dan| dan.ask("back-office", "Who opened all boxes?", "box"));
    for (thread, asker) in [(original, "bob"), (inner, "dan")] {
        let reply = app.by("root", |root| root.reply(thread, "With the key."));
        app.by(asker, |asker| asker.accept(reply));
    }
    app.by("cat", |cat| {
        let section = cat.section("Boxes", None)?;
        let article = cat.article(section, "Opening boxes", "public")?;
        cat.link(linked, article, tanya::domain::article::LinkKind::Answers)
    });
    close(&app, duplicate, original);
    close(&app, hidden, inner);
    let letters = letters_at(&app, noon());
    let (eve, dan) = (one(letters.clone(), "eve@example.com"), one(letters, "dan@example.com"));
    for letter in [&eve, &dan] {
        for (title, settled) in [
            ("How do I open the box?", "It was resolved in this time."),
            (
                "Why is the box shut?",
                "It was resolved in this time. An article answers it.",
            ),
            (
                "Which way does the lid turn?",
                "It was resolved in this time. It asks the same as a question that is resolved.",
            ),
        ] {
            let (_, rest) = letter
                .text
                .split_once(title)
                .unwrap_or_else(|| panic!("{title}: {}", letter.text));
            assert!(rest.contains(settled), "{title}: {}", letter.text);
        }
    }
    assert!(
        !eve.text.contains("Who else opened it?"),
        "she does not see what settled it"
    );
    assert!(dan.text.contains("Who else opened it?"), "{}", dan.text);

    assert_eq!(eve.text.matches("An article answers it.").count(), 1);

    // An answer that is accepted later resolves it no second time.
    let reply = app.by("cat", |cat| cat.reply(linked, "Turn the lid."));
    app.by("bob", |bob| bob.accept(reply));
    let later = letters_at(&app, noon() + Duration::days(1));
    let again = later.iter().any(|letter| letter.text.contains("Why is the box shut?"));
    assert!(!again, "{later:?}");
}

#[test]
fn sections_are_switched_off_one_by_one() {
    let app = TestApp::spawn();
    for section in [Section::Unanswered, Section::Resolved] {
        let choices = Choices {
            left_out: vec![section],
            ..daily()
        };
        let name = if section == Section::Resolved { "eve" } else { "dan" };
        subscribe(&app, name, &choices);
    }
    let thread = app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    let reply = app.by("cat", |cat| cat.reply(thread, "With the key."));
    app.by("bob", |bob| bob.accept(reply));
    app.by("bob", |bob| bob.ask("help", "Why is it dark?", "lamp"));
    let letters = letters_at(&app, noon());
    let (eve, dan) = (one(letters.clone(), "eve@example.com"), one(letters, "dan@example.com"));
    assert!(eve.text.contains("Why is it dark?") && !eve.text.contains("How do I open the box?"));
    assert!(!dan.text.contains("Why is it dark?") && dan.text.contains("How do I open the box?"));
}

#[test]
fn what_is_gone_or_settled_by_the_time_of_the_letter_is_left_out() {
    let app = TestApp::spawn();
    subscribe(&app, "eve", &daily());
    let thread = app.by("bob", |bob| bob.ask("help", "Why is it dark?", "lamp"));
    app.settle_changes();
    app.clock.pass(noon() - app.now());
    let now = app.now();
    tanya::jobs::compose_digests::compose_due(app.store(), now).unwrap();
    // Closed between composing and sending.
    let (cat, sight) = (app.user("cat"), Sight::everything());
    let closing = tanya::store::threads::Closing {
        reason: CloseReason::OffTopic,
        original: None,
        note: tanya::domain::body::Reason::default(),
    };
    app.write(|tx| tanya::store::threads::close(tx, &cat, sight, thread, &closing, now));
    assert!(app.letters().is_empty());
    let id = found(&app, "eve@example.com").unwrap().id;
    assert_eq!(windows(&app, id)[0].1, "empty");
}

#[test]
fn a_person_who_is_suspended_gets_nothing_and_misses_nothing_later() {
    let app = TestApp::spawn();
    let id = subscribe(&app, "eve", &daily());
    app.by("bob", |bob| bob.ask("help", "Why is it dark?", "lamp"));
    use diesel::connection::SimpleConnection;
    app.write(|tx| Ok(tx.batch_execute("update users set suspended_at = created_at where name = 'eve'")?));
    assert!(letters_at(&app, noon()).is_empty());
    assert_eq!(windows(&app, id)[0].1, "empty");
}

#[test]
fn a_digest_speaks_the_readers_language() {
    let app = TestApp::spawn();
    opt_in(&app, "fay@example.org", &[("frequency", "daily"), ("language", "id")]);
    let thread = app.by("bob", |bob| bob.ask("help", "How do I open the box?", "box"));
    let reply = app.by("cat", |cat| cat.reply(thread, "With the key."));
    app.by("bob", |bob| bob.accept(reply));
    let letter = one(letters_at(&app, at("2026-03-03T08:10:00Z")), "fay@example.org");
    assert!(
        letter.text.contains("Sudah selesai dan layak dibaca"),
        "{}",
        letter.text
    );
}
