//! Private categories: who sees them, what a group may do there, and that nobody else learns of them.

mod acting;
mod files;
mod inviting;
mod leaks;
mod losing;
mod opening;
mod searching;
mod whole;

use tanya::domain::body::Reason;
use tanya::domain::category::{CategoryDraft, Kinds, Readers};
use tanya::domain::grant::Grant;
use tanya::domain::group::GroupDraft;
use tanya::domain::id::{CategoryId, GroupId, ThreadId};
use tanya::domain::moderation::Occasion;
use tanya::store::categories::Saving;
use tanya::store::groups::Gathering;
use tanya::store::{categories, grants, groups};

use crate::support::TestApp;

/// The address of the private category.
const VAULT: &str = "skelvanto";

/// A forum with a private category, which a group of ada and bob may answer in.
struct Private {
    app: TestApp,
    vault: CategoryId,
    circle: GroupId,
}

impl Private {
    fn spawn() -> Self {
        Self::on(TestApp::spawn())
    }

    fn on(app: TestApp) -> Self {
        let vault = make_category(&app, VAULT);
        let circle = make_group(&app, "Circle");
        let private = Self { app, vault, circle };
        private.grant(Some(Grant::Answer));
        private.put("ada");
        private.put("bob");
        private
    }

    /// What the group may do from now on.
    fn grant(&self, level: Option<Grant>) {
        let (vault, circle, on) = (self.vault, self.circle, by_root(&self.app));
        self.app.write(|tx| grants::grant(tx, vault, circle, level, &on));
    }

    fn put(&self, name: &str) {
        let (user, circle, on) = (self.app.user(name).id, self.circle, by_root(&self.app));
        self.app.write(|tx| groups::put(tx, circle, user, &on));
    }

    fn take(&self, name: &str) {
        let (user, circle, on) = (self.app.user(name).id, self.circle, by_root(&self.app));
        self.app.write(|tx| groups::take(tx, circle, user, &on));
    }

    fn ask(&self, title: &str) -> ThreadId {
        self.app.by("ada", |ada| ada.ask(VAULT, title, "tolquine"))
    }
}

/// What root does now, for no reason.
fn by_root(app: &TestApp) -> Occasion {
    Occasion::of(app.user("root").id, app.now())
}

fn make_category(app: &TestApp, slug: &str) -> CategoryId {
    let draft = CategoryDraft {
        slug: slug.to_owned(),
        name: slug.to_owned(),
        description: String::new(),
        audience: Readers::Private,
        kinds: Kinds {
            questions: true,
            discussions: true,
            announcements: true,
        },
        template: Vec::new(),
    };
    let now = app.now();
    match app.write(|tx| categories::make(tx, &draft, now)) {
        Saving::Saved(id) => id,
        Saving::SlugTaken => panic!("{slug} is taken"),
    }
}

fn make_group(app: &TestApp, name: &str) -> GroupId {
    let draft = GroupDraft {
        name: name.to_owned(),
        description: String::new(),
        reason: Reason::default(),
    };
    let on = by_root(app);
    match app.write(|tx| groups::make(tx, &draft, &on)) {
        Gathering::Done(id) => id,
        other => panic!("{name}: {other:?}"),
    }
}
