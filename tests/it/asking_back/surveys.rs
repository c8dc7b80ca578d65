//! Surveys: who is invited, what they answer, and what the forum reads of it.

use chrono::{DateTime, Duration, Utc};
use tanya::domain::id::{ReplyId, ThreadId};
use tanya::domain::job::Job;
use tanya::domain::report::{Period, Selection};
use tanya::domain::sight::Sight;
use tanya::domain::survey::Scores;
use tanya::letters::Letter;
use tanya::store::jobs;
use tanya::store::surveys::{self, Figures};

use super::{Forum, check_discreet, scan, way};

fn time(from: DateTime<Utc>, until: DateTime<Utc>) -> Selection {
    Selection::of(Period { from, until })
}

const FORM: &str = "main form[method=post]";
const GOOD: &[(&str, &str)] = &[("rating", "4"), ("effort", "2"), ("comment", "More pictures.")];

impl Forum {
    /// A question that its asker resolved.
    fn resolved(&self) -> (ThreadId, ReplyId) {
        let (thread, reply) = self.question();
        self.app.by("ada", |ada| ada.accept(reply));
        (thread, reply)
    }

    fn invited(&self) -> (ThreadId, Letter) {
        let (thread, _) = self.resolved();
        let mut letters = self.days(1);
        assert_eq!(letters.len(), 1, "{letters:?}");
        (thread, letters.remove(0))
    }

    fn figures(&self, sight: Sight) -> Figures {
        let now = self.app.now();
        self.app
            .read(|db| surveys::figures(db, sight, &time(now - Duration::days(100), now + Duration::days(1))))
    }
}

#[test]
fn an_asker_answers_and_changes_the_answer_for_a_week() {
    let forum = Forum::spawn();
    let (_, letter) = forum.invited();
    let path = way(&letter, "survey");
    scan(&forum.app, &path);
    assert_eq!(forum.figures(Sight::everything()).answered, 0);
    let visitor = forum.app.visitor();
    let page = visitor.get(&path);
    assert_eq!(page.texts("legend").len(), 2);
    assert_eq!(page.attributes("input[type=radio]", "value").len(), 10);
    assert!(page.attributes("input[type=radio][checked]", "value").is_empty());
    let answer = visitor.send_form(&page.form(FORM).with(GOOD));
    assert_eq!(answer.status, 303);
    check_discreet(&answer);
    let page = visitor.visit(&path);
    assert!(page.body.contains("You can change your answer until"), "{}", page.body);
    let form = page.form(FORM);
    assert_eq!((form.value("rating"), form.value("effort")), (Some("4"), Some("2")));
    assert_eq!(form.value("comment").map(str::trim), Some("More pictures."));
    forum.app.clock.pass(Duration::days(6));
    let changed = form.with(&[("rating", "5"), ("comment", "")]);
    assert_eq!(visitor.send_form(&changed).status, 303);
    let figures = forum.figures(Sight::everything());
    assert_eq!((figures.invited, figures.answered), (1, 1));
    assert_eq!(
        (figures.ratings, figures.efforts),
        (Scores([0, 0, 0, 0, 1]), Scores([0, 1, 0, 0, 0]))
    );
    forum.app.clock.pass(Duration::days(1));
    for page in [visitor.get(&path), visitor.post(&path, GOOD)] {
        assert_eq!(page.status, 200);
        assert!(page.body.contains("can no longer be changed") && !page.has(FORM));
    }
    assert_eq!(forum.figures(Sight::everything()), figures);
}

#[test]
fn what_is_missing_is_said_and_what_was_typed_stays() {
    let forum = Forum::spawn();
    let (_, letter) = forum.invited();
    let (path, visitor) = (way(&letter, "survey"), forum.app.visitor());
    for (fields, wrong) in [
        (&[("rating", "4"), ("comment", "So far good.")][..], "effort"),
        (
            &[("effort", "4"), ("rating", "6"), ("comment", "So far good.")][..],
            "rating",
        ),
        (
            &[("effort", "4"), ("rating", "-1"), ("comment", "So far good.")][..],
            "rating",
        ),
    ] {
        let page = visitor.post(&path, fields);
        assert_eq!(page.status, 422);
        assert_eq!(page.attributes(".problems a", "href"), [format!("#{wrong}")]);
        assert!(page.has(&format!("#{wrong}")));
        assert_eq!(page.text("textarea[name=comment]"), "So far good.");
    }
    assert_eq!(visitor.post(&path, &[("stars", "5")]).status, 400);
    let long = "x".repeat(2_001);
    let fields = [("rating", "1"), ("effort", "1"), ("comment", long.as_str())];
    assert_eq!(visitor.post(&path, &fields).status, 422);
    assert_eq!(forum.figures(Sight::everything()).answered, 0);
}

#[test]
fn nobody_is_invited_twice_within_their_quiet_time() {
    let forum = Forum::spawn();
    forum.resolved();
    forum.resolved();
    assert_eq!(forum.days(1).len(), 1, "two questions of one day are one survey");
    forum.app.clock.pass(Duration::days(20));
    forum.resolved();
    assert!(forum.days(1).is_empty());
    for _ in 0..9 {
        assert!(forum.days(1).is_empty(), "what was passed over is not made up for");
    }
    forum.resolved();
    assert_eq!(forum.days(1).len(), 1);
    // Somebody else is asked all the same.
    let thread = forum.app.by("bob", |bob| bob.ask("help", "And I?", "box"));
    let reply = forum.app.by("ada", |ada| ada.reply(thread, "You too."));
    forum.app.by("eve", |eve| eve.accept(reply));
    assert_eq!(forum.days(1)[0].to.as_str(), "bob@example.com");
}

#[test]
fn whoever_was_reminded_is_left_in_peace() {
    let forum = Forum::spawn();
    let (_, reply, _) = forum.reminded();
    forum.app.by("ada", |ada| ada.accept(reply));
    assert!(forum.days(1).is_empty());
    assert!(forum.days(1).is_empty());
}

#[test]
fn a_share_of_nothing_and_a_survey_that_is_off_invite_nobody() {
    let forum = Forum::spawn();
    forum.rule(|rule| rule.survey_share = 0);
    forum.resolved();
    assert!(forum.days(1).is_empty());
    forum.rule(|rule| {
        rule.survey_share = 100;
        rule.has_surveys = false;
    });
    assert!(forum.look().is_empty());
    forum.rule(|rule| rule.has_surveys = true);
    assert_eq!(forum.look().len(), 1);
}

#[test]
fn only_what_somebody_said_to_be_resolved_and_still_is_is_asked_about() {
    let forum = Forum::spawn();
    forum.rule(|rule| rule.reminder_days = 0);
    let (thread, reply) = forum.resolved();
    forum.app.by("ada", |ada| {
        let sight = Sight::everything();
        tanya::store::replies::unaccept(ada.tx, &ada.author, sight, reply, ada.now)
    });
    // One's own answer is no help that one could be satisfied with.
    let own = forum.app.by("bob", |bob| bob.ask("help", "Where is it?", "box"));
    let found = forum.app.by("bob", |bob| bob.reply(own, "Here."));
    forum.app.by("bob", |bob| bob.accept(found));
    assert!(forum.days(1).is_empty());
    assert_eq!(forum.standing(thread), "answered");
}

#[test]
fn an_invitation_goes_out_once_however_often_its_job_runs() {
    let forum = Forum::spawn();
    let (_, letter) = forum.invited();
    let now = forum.app.now();
    let survey = tanya::domain::id::SurveyId::stored(1);
    for job in [Job::AskBack, Job::AskBack, Job::InviteToSurvey { survey }] {
        forum.app.write(|tx| jobs::enqueue(tx, &job, now));
    }
    assert!(forum.app.letters().is_empty());
    assert!(letter.text.contains("How do I open the box?"));
}

#[test]
fn figures_and_comments_are_of_the_categories_in_sight() {
    let forum = Forum::spawn();
    let (thread, letter) = forum.invited();
    assert_eq!(forum.app.visitor().post(&way(&letter, "survey"), GOOD).status, 303);
    let office = forum
        .app
        .by("dan", |dan| dan.ask("back-office", "Who has the keys?", "box"));
    let reply = forum.app.by("root", |root| root.reply(office, "I have."));
    forum.app.by("dan", |dan| dan.accept(reply));
    let letters = forum.days(1);
    assert_eq!(letters[0].to.as_str(), "dan@example.com");
    let fields = [("rating", "1"), ("effort", "1"), ("comment", "Too slow.")];
    assert_eq!(
        forum.app.visitor().post(&way(&letters[0], "survey"), &fields).status,
        303
    );
    let (all, public) = (forum.figures(Sight::everything()), forum.figures(Sight::public()));
    assert_eq!(
        (all.invited, all.answered, public.invited, public.answered),
        (2, 2, 1, 1)
    );
    assert_eq!(
        (public.ratings.average(), all.ratings.average()),
        (Some(4.0), Some(2.5))
    );
    let (from, until) = (forum.app.now() - Duration::days(9), forum.app.now() + Duration::days(1));
    let comments = |sight| {
        let page = forum
            .app
            .read(|db| surveys::comments(db, sight, &time(from, until), None));
        assert!(page.more.is_none());
        let said = |comment: surveys::SurveyComment| (comment.thread, comment.answer.comment.unwrap());
        page.items.into_iter().map(said).collect::<Vec<_>>()
    };
    let (slow, pictures) = ((office, "Too slow.".to_owned()), (thread, "More pictures.".to_owned()));
    assert_eq!(comments(Sight::everything()), [slow, pictures.clone()]);
    assert_eq!(comments(Sight::public()), [pictures]);
    let nothing = forum
        .app
        .read(|db| surveys::figures(db, Sight::everything(), &time(until, until)));
    assert_eq!((nothing, nothing.ratings.average()), (Figures::default(), None));
}

#[test]
fn comments_are_read_by_pages_the_newest_first() {
    let forum = Forum::spawn();
    let ada = forum.app.user("ada").id;
    let size = surveys::COMMENTS_ON_PAGE;
    for nth in 0..size * 2 + 3 {
        let other = forum.app.by("ada", |ada| ada.ask("help", "Why is it so?", "box"));
        // Several at one moment, so that ids decide.
        let at = format!("2026-03-0{} 10:00:00", 1 + nth / 30);
        forum.run(&format!(
            "insert into surveys (thread_id, user_id, invited_at, answered_at, rating, effort, comment) \
             values ({other}, {ada}, '{at}', '{at}', 3, 3, 'no {nth}')"
        ));
    }
    let (from, until) = ("2026-02-01T00:00:00Z", "2026-04-01T00:00:00Z");
    let (from, until) = (from.parse().unwrap(), until.parse().unwrap());
    let (mut after, mut read) = (None, Vec::new());
    loop {
        let page = forum
            .app
            .read(|db| surveys::comments(db, Sight::public(), &time(from, until), after));
        read.extend(page.items.into_iter().map(|comment| comment.answer.comment.unwrap()));
        after = page.more;
        if after.is_none() {
            break;
        }
    }
    let wanted: Vec<String> = (0..size * 2 + 3).rev().map(|nth| format!("no {nth}")).collect();
    assert_eq!(read, wanted);
}

#[test]
fn what_askers_write_is_read_by_those_who_help_and_the_file_names_nobody() {
    let forum = Forum::spawn();
    let (thread, letter) = forum.invited();
    let (path, visitor) = (way(&letter, "survey"), forum.app.visitor());
    assert_eq!(visitor.post(&path, GOOD).status, 303);
    let cat = forum.app.signed_in("cat");
    let page = cat.visit("/reports/comments");
    assert_eq!(page.texts("tbody td"), ["More pictures.", "4", "2", "just now"]);
    assert!(page.has(&format!("tbody th a[href^='/threads/{thread}']")));
    assert!(cat.visit("/reports").has("a[href^='/reports/comments']"));
    let narrow = |query: &str| cat.visit(&format!("/reports/comments?{query}")).body;
    assert!(narrow("tag=box").contains("More pictures.") && !narrow("tag=pipe").contains("More pictures."));
    let figures = |query: &str| cat.visit(&format!("/reports?{query}")).body;
    assert!(figures("tag=box").contains("of the 1 who were asked") && figures("tag=pipe").contains("Nobody was asked"));
    for person in ["ada", "bob"] {
        assert_eq!(forum.app.signed_in(person).get("/reports/comments").status, 403);
    }
    let file = cat.visit("/reports/surveys.csv").body;
    let (head, rest) = file.split_once("\r\n").unwrap();
    assert_eq!(head, "number,invited_at,answered,rating,effort");
    assert!(
        rest.trim_end().ends_with(",1,4,2") && rest.lines().count() == 1,
        "{rest}"
    );
}

#[test]
fn the_administrator_decides_when_askers_are_asked() {
    let forum = Forum::spawn();
    let root = forum.app.signed_in("root");
    let form = "form[action='/admin/asking']";
    let wrong = [("reminder_days", "31"), ("survey_share", "x"), ("quiet_days", "0")];
    let page = root.submit("/admin/asking", form, &wrong);
    assert_eq!(page.status, 422);
    assert_eq!(
        page.attributes(".problems a", "href"),
        ["#reminder_days", "#survey_share", "#quiet_days"]
    );
    let right = [("reminder_days", "5"), ("survey_share", "50"), ("quiet_days", "60")];
    let filled = root
        .visit("/admin/asking")
        .form(form)
        .with(&right)
        .without("has_surveys");
    assert_eq!(root.send_form(&filled).status, 303);
    let rule = forum.app.read(tanya::store::settings::load).asking_back;
    assert_eq!((rule.reminder_days, rule.survey_share, rule.quiet_days), (5, 50, 60));
    assert!(!rule.has_surveys);
    let shown = root.visit("/admin/asking").form(form);
    assert_eq!(shown.value("reminder_days"), Some("5"));
}
