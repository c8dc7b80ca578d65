//! What an address leads to that only rows of the database bring about: links of letters, acts of the log, cases.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use tanya::domain::body::Reason;
use tanya::domain::digest::Choices;
use tanya::domain::email::EmailAddress;
use tanya::domain::group::GroupDraft;
use tanya::domain::id::{GroupId, UserId};
use tanya::domain::invitation::InvitationDraft;
use tanya::domain::moderation::Occasion;
use tanya::domain::signed_link::{LinkPurpose, SignedLink};
use tanya::store::groups::Gathering;
use tanya::store::outcome::Deed;
use tanya::store::{awaitings, groups, invitations, signed_links, subscribers};

use super::world::{Newest, World};

impl World {
    /// Where an invitation leads that nobody has used.
    pub(super) fn invitation(&self) -> String {
        let (root, now) = (self.app.user("root"), self.app.now());
        let draft = InvitationDraft {
            email: None,
            most_uses: 5,
            days: 7,
            groups: BTreeSet::new(),
            reason: Reason::default(),
        };
        match self.app.write(|tx| invitations::give(tx, &root, &draft, now)) {
            Deed::Done(Some(token)) => format!("/invitations/{}", token.reveal()),
            other => panic!("no link: {other:?}"),
        }
    }

    /// A group with nobody in it.
    pub(super) fn group(&self) -> GroupId {
        let on = Occasion::of(self.app.user("root").id, self.app.now());
        let name = format!("Group {}", rand::random::<u64>());
        let draft = GroupDraft {
            name,
            description: String::new(),
            reason: Reason::default(),
        };
        match self.app.write(|tx| groups::make(tx, &draft, &on)) {
            Gathering::Done(id) => id,
            other => panic!("{other:?}"),
        }
    }

    /// A letter's link for this purpose; ada was reminded of a new question, and invited to a survey about it.
    pub(super) fn letter_link(&self, purpose: LinkPurpose) -> String {
        let (thread, ada, now) = (self.reply_of(), self.app.user("ada").id, self.app.now());
        let at = now.format("%Y-%m-%d %H:%M:%S%.6f");
        let rows = format!(
            "insert into reminders (thread_id, asker_id, answer_id, reminded_at) values ({thread}, {ada}, 1, '{at}'); \
             insert into surveys (thread_id, user_id, invited_at) values ({thread}, {ada}, '{at}')"
        );
        let survey = self.app.write(|tx| {
            tx.batch_execute(&rows)?;
            Ok(diesel::sql_query("select max(id) as id from surveys")
                .get_result::<Newest>(tx)?
                .id)
        });
        let about = match purpose {
            LinkPurpose::Survey => survey,
            _ => thread.get(),
        };
        let link = SignedLink {
            user: ada,
            about: vec![about],
            expires_at: now + chrono::Duration::days(1),
        };
        let key = self.app.write(|tx| signed_links::key_or_new(tx, now));
        let address = EmailAddress::parse("ada@example.com").unwrap();
        format!("/letters/{purpose}/{}", link.sign(&key, purpose, &address).unwrap())
    }

    /// A letter's link of somebody without an account who gets digests, or has asked for them.
    pub(super) fn subscriber_link(&self, purpose: LinkPurpose) -> String {
        let (now, email) = (self.app.now(), EmailAddress::parse("fay@example.org").unwrap());
        let choices = Choices::offered(chrono_tz::UTC, None);
        let id = self.app.write(|tx| subscribers::ask(tx, &email, &choices, now));
        let address = match purpose {
            LinkPurpose::StopDigests => subscribers::stop_address(id).unwrap(),
            _ => email,
        };
        if purpose == LinkPurpose::Choices {
            self.app.write(|tx| subscribers::confirm(tx, id, now));
        }
        self.signed(purpose, id.get(), &address)
    }

    /// A letter's link of somebody who waits for a question.
    pub(super) fn awaiting_link(&self) -> String {
        let (now, email, thread) = (
            self.app.now(),
            EmailAddress::parse("fay@example.org").unwrap(),
            self.thread(),
        );
        let id = self.app.write(|tx| {
            awaitings::ask(tx, thread, &email, None, now)?;
            Ok(diesel::sql_query("select max(id) as id from awaitings")
                .get_result::<Newest>(tx)?
                .id)
        });
        self.signed(LinkPurpose::TellMe, id, &email)
    }

    fn signed(&self, purpose: LinkPurpose, number: i64, address: &EmailAddress) -> String {
        let now = self.app.now();
        let link = SignedLink {
            user: UserId::stored(number),
            about: Vec::new(),
            expires_at: now + chrono::Duration::days(1),
        };
        let key = self.app.write(|tx| signed_links::key_or_new(tx, now));
        format!("/letters/{purpose}/{}", link.sign(&key, purpose, address).unwrap())
    }

    /// An act in the log.
    pub(super) fn act(&self) -> i64 {
        let (thread, at) = (self.thread(), self.app.now().format("%Y-%m-%d %H:%M:%S%.6f"));
        let row = format!(
            "insert into moderations (moderator_id, act, thread_id, acted_at) values (6, 'pin', {thread}, '{at}')"
        );
        self.app.write(|tx| {
            tx.batch_execute(&row)?;
            Ok(diesel::sql_query("select max(id) as id from moderations")
                .get_result::<Newest>(tx)?
                .id)
        })
    }

    /// What waits for a moderator: a reply that was flagged. Written by hand, as nobody may flag as much as a world has.
    pub(super) fn case(&self) -> i64 {
        let (reply, at) = (self.reply(), self.app.now().format("%Y-%m-%d %H:%M:%S%.6f"));
        let case = format!(
            "insert into cases (reply_id, author_id, opened_at, harm, worst, weight, flag_count) \
             values ({reply}, 2, '{at}', 2, 'spam', 1000, 1)"
        );
        let flag = format!(
            "insert into flags (case_id, user_id, reason, weight, flagged_at) \
             select max(id), 1, 'spam', 1000, '{at}' from cases"
        );
        self.app.write(|tx| {
            tx.batch_execute(&case)?;
            tx.batch_execute(&flag)?;
            Ok(diesel::sql_query("select max(id) as id from cases")
                .get_result::<Newest>(tx)?
                .id)
        })
    }

    /// Somebody new who waits for a moderator, as if programs signed up like them.
    pub(super) fn doubted(&self) -> i64 {
        let at = self.app.now().format("%Y-%m-%d %H:%M:%S%.6f");
        let person = self.newest(
            "users",
            &format!(
                "insert into users (name, name_folded, role, trust, created_at) \
                 values ('Doubted ' || (select max(id) + 1 from users), 'doubted ' || (select max(id) + 1 from users), \
                 'member', 'newcomer', '{at}')"
            ),
        );
        let doubt = format!("insert into doubts (user_id, reason, opened_at) values ({person}, 'unproven', '{at}')");
        self.app.write(|tx| Ok(tx.batch_execute(&doubt)?));
        person
    }

    /// A warning of ada's.
    pub(super) fn warning(&self) -> i64 {
        let at = self.app.now().format("%Y-%m-%d %H:%M:%S%.6f");
        self.newest(
            "restraints",
            &format!(
                "insert into restraints (user_id, kind, reason, begun_at, begun_by_id) \
                 values (1, 'warning', 'Be kind.', '{at}', 3)"
            ),
        )
    }

    /// Somebody who was removed with everything that they wrote, which is nothing.
    pub(super) fn removal(&self) -> i64 {
        let at = self.app.now().format("%Y-%m-%d %H:%M:%S%.6f");
        self.newest(
            "removals",
            &format!(
                "insert into removals (user_id, reason, removed_at, removed_by_id, touched_at) \
                 values (2, '', '{at}', 3, '{at}')"
            ),
        )
    }

    /// A note about ada, which is everybody's who tries.
    pub(super) fn note(&self) -> i64 {
        let at = self.app.now().format("%Y-%m-%d %H:%M:%S%.6f");
        self.newest(
            "staff_notes",
            &format!("insert into staff_notes (user_id, author_id, body, noted_at) values (1, 6, 'Mind her.', '{at}')"),
        )
    }

    /// A canned reply that all who help share.
    pub(super) fn canned_reply(&self) -> i64 {
        let at = self.app.now().format("%Y-%m-%d %H:%M:%S%.6f");
        self.newest(
            "canned_replies",
            &format!(
                "insert into canned_replies (title, body, made_by_id, changed_at) values ('Hi', 'Hi.', 3, '{at}')"
            ),
        )
    }

    /// An act on several pieces, all of which were taken back since.
    pub(super) fn selection(&self) -> i64 {
        let at = self.app.now().format("%Y-%m-%d %H:%M:%S%.6f");
        self.newest(
            "selections",
            &format!("insert into selections (moderator_id, reason, acted_at) values (3, '', '{at}')"),
        )
    }

    /// Writes a row, and answers the greatest number of its table.
    fn newest(&self, table: &str, row: &str) -> i64 {
        self.app.write(|tx| {
            tx.batch_execute(row)?;
            let newest = format!("select max(id) as id from {table}");
            Ok(diesel::sql_query(newest).get_result::<Newest>(tx)?.id)
        })
    }
}
