//! How the forum looks: its name, picture, accent, welcome and links, seen before they are saved.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use super::change_settings;
use crate::domain::problem::{self, Problems};
use crate::domain::setting::{Appearance, AppearanceInput, Settings};
use crate::store::{StoreError, logos, settings};
use crate::web::extract::{NoFields, Sent, Upload};
use crate::web::logo::Picture;
use crate::web::page::Dress;
use crate::web::views::admin::appearance::{AppearancePage, page};
use crate::web::{Administrator, Fault, Reply, Visit, see_other_with, unprocessable, views};

/// The fields of the form, besides the file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppearanceForm {
    site_name: String,
    #[serde(default)]
    welcome: String,
    accent: String,
    /// What the browser's own chooser of colours says, and said before.
    #[serde(default)]
    accent_chosen: String,
    #[serde(default)]
    accent_before: String,
    /// The accent that was offered in place of one that is hard to read.
    #[serde(default)]
    accent_better: String,
    #[serde(default)]
    footer_links: String,
    /// A picture that a preview showed.
    #[serde(default)]
    picture: String,
    /// The name of a file, which is all that a form without the encoding for files sends of it.
    #[serde(default, rename = "file")]
    _file: String,
}

impl AppearanceForm {
    /// What was typed; a colour that was chosen outweighs one that was left as it stood.
    fn input(&self) -> AppearanceInput {
        let accent = if !self.accent_better.is_empty() {
            &self.accent_better
        } else if self.accent_chosen != self.accent_before && self.accent.trim() == self.accent_before {
            &self.accent_chosen
        } else {
            &self.accent
        };
        AppearanceInput {
            site_name: self.site_name.clone(),
            welcome: self.welcome.clone(),
            accent: accent.clone(),
            footer_links: self.footer_links.clone(),
        }
    }
}

/// A form whose every field is good.
struct Draft {
    appearance: Appearance,
    picture: Option<Picture>,
}

/// `GET /admin/appearance`
pub async fn form(admin: Administrator) -> Reply {
    let visit = admin.0.visit;
    let input = AppearanceInput::from(visit.site.settings().as_ref());
    page(&visit, &AppearancePage::new(&input)).show(&visit)
}

/// `POST /admin/appearance/preview`: the forum as it would look, and the form below it. Nothing is saved.
pub async fn preview(upload: Upload<Administrator, AppearanceForm>) -> Reply {
    let (visit, input) = (upload.who.0.visit, upload.form.input());
    let draft = match read(&input, upload.file, &upload.form.picture).await? {
        Ok(draft) => draft,
        Err(problems) => return again(&visit, &input, &upload.form.picture, &problems),
    };
    let mut settings = visit.site.settings().as_ref().clone();
    draft.appearance.put_into(&mut settings);
    let kept = draft.picture.as_ref().map(Picture::to_form).unwrap_or_default();
    let shown = page(
        &visit,
        &AppearancePage {
            picture: &kept,
            preview: Some(&settings),
            ..AppearancePage::new(&input)
        },
    );
    let picture = draft.picture.map(|picture| {
        settings.logo = Some(picture.logo);
        format!("data:image/png;base64,{}", STANDARD.encode(picture.png))
    });
    shown.dressed(Dress { settings, picture }).show(&visit)
}

/// `POST /admin/appearance`: this node shows it at once, others within a second.
pub async fn save(upload: Upload<Administrator, AppearanceForm>) -> Reply {
    let (visit, input) = (upload.who.0.visit, upload.form.input());
    let Draft { appearance, picture } = match read(&input, upload.file, &upload.form.picture).await? {
        Ok(draft) => draft,
        Err(problems) => return again(&visit, &input, &upload.form.picture, &problems),
    };
    let now = visit.now;
    let saved = visit.site.store.write(move |tx| {
        let before = settings::load(tx)?.logo;
        if let Some(picture) = &picture {
            let before = before.as_ref().map(|logo| logo.hash.as_str());
            logos::keep(tx, &picture.logo.hash, &picture.png, before, now)?;
        }
        let put = |settings: &mut Settings| {
            appearance.put_into(settings);
            settings.logo = picture.map(|picture| picture.logo).or(before);
        };
        settings::change(tx, put, now)
    });
    visit
        .site
        .take_settings(saved.await.map_err(|error: StoreError| error)?);
    see_other_with(&visit.site.urls.admin_appearance(), "appearance-saved")
}

/// `POST /admin/appearance/remove-logo`
pub async fn remove_logo(Sent(admin, NoFields {}): Sent<Administrator, NoFields>) -> Reply {
    let visit = admin.0.visit;
    change_settings(&visit, |settings| settings.logo = None).await?;
    see_other_with(&visit.site.urls.admin_appearance(), "logo-removed")
}

/// Everything that is wrong at once; the picture is decoded off the async threads.
async fn read(input: &AppearanceInput, file: Option<Vec<u8>>, kept: &str) -> Result<Result<Draft, Problems>, Fault> {
    let kept = kept.to_owned();
    let picture = move || -> Result<Option<Picture>, problem::Fault> {
        match file {
            Some(file) => Picture::read(&file).map(Some),
            None if kept.is_empty() => Ok(None),
            None => Picture::read_again(&kept).map(Some),
        }
    };
    let picture = actix_web::web::block(picture).await;
    let picture = picture.map_err(|error| Fault::Broken(error.to_string()))?;
    let (appearance, mut problems) = match input.parse() {
        Ok(appearance) => (Some(appearance), Problems::none()),
        Err(problems) => (None, problems),
    };
    let picture = problems.keep("file", picture);
    Ok(match (appearance, picture) {
        (Some(appearance), Some(picture)) => Ok(Draft { appearance, picture }),
        _ => Err(problems),
    })
}

fn again(visit: &Visit, input: &AppearanceInput, picture: &str, problems: &Problems) -> Reply {
    let problems = views::problems(visit, problems);
    let page = page(
        visit,
        &AppearancePage {
            picture,
            problems: &problems,
            ..AppearancePage::new(input)
        },
    );
    unprocessable(visit, page)
}
