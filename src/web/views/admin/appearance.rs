//! The form of the forum's look, and the look before it is saved.

use maud::{Markup, html};

use super::{Part, column, part};
use crate::domain::colour::{Colour, LIGHT_GROUNDS};
use crate::domain::setting::{AppearanceInput, LONGEST_SITE_NAME, LONGEST_WELCOME, Settings};
use crate::web::Visit;
use crate::web::logo::{LARGEST_FILE, MOST_PIXELS};
use crate::web::page::{Page, pen};
use crate::web::views::components::{
    Field, Icon, NoticeKind, Pen, PostButton, Problem, Weight, error_summary, icon, notice, post_button, problem_with,
    section_head, text_area, text_field,
};
use crate::web::views::layout::page_head;
use crate::web::views::samples;

/// What the page shows.
#[derive(Clone, Copy)]
pub struct AppearancePage<'a> {
    /// What was typed.
    pub input: &'a AppearanceInput,
    /// A new picture that a preview carries along; empty when there is none.
    pub picture: &'a str,
    /// What is wrong.
    pub problems: &'a [Problem],
    /// The settings as they would be, when the preview was asked for.
    pub preview: Option<&'a Settings>,
}

impl<'a> AppearancePage<'a> {
    /// The form alone.
    pub fn new(input: &'a AppearanceInput) -> Self {
        Self {
            input,
            picture: "",
            problems: &[],
            preview: None,
        }
    }
}

/// The form, below the preview when that was asked for.
pub fn page(visit: &Visit, shown: &AppearancePage<'_>) -> Page {
    let sprite = visit.site.assets.address(&visit.site.urls, "icons/sprite.svg");
    let pen = pen(visit, &sprite);
    let urls = &visit.site.urls;
    let title = pen.say("admin-appearance");
    let content = html! {
        (page_head(&title, Some(&pen.say("admin-appearance-about")), html! {}))
        @if let Some(settings) = shown.preview { (preview(&pen, settings)) }
        (column(&html! {
            (error_summary(&pen, shown.problems))
            form.form method="post" action=(urls.admin_appearance()) enctype="multipart/form-data" novalidate {
                (fields(visit, &pen, shown))
                p.ways {
                    button.button.primary type="submit" { (pen.say("appearance-save")) }
                    button.button type="submit" formaction=(urls.admin_appearance_preview()) {
                        (icon(&pen, Icon::Eye)) (pen.say("appearance-preview"))
                    }
                }
            }
            @if visit.site.settings().logo.is_some() {
                div.set-apart {
                    (post_button(&pen, &PostButton {
                        icon: Some(Icon::Trash),
                        weight: Weight::Danger,
                        ..PostButton::new(&urls.admin_remove_logo(), &pen.say("logo-remove"))
                    }))
                }
            }
        }))
    };
    part(visit, &pen, Part::Appearance, &title, &content)
}

fn fields(visit: &Visit, pen: &Pen<'_>, shown: &AppearancePage<'_>) -> Markup {
    let (input, problems) = (shown.input, shown.problems);
    let (name, name_hint) = (pen.say("setting-site-name"), pen.say("setting-site-name-hint"));
    let (welcome, welcome_hint) = (pen.say("setting-welcome"), pen.say("setting-welcome-hint"));
    let (links, links_hint) = (pen.say("setting-footer"), pen.say("setting-footer-hint"));
    html! {
        (text_field(pen, &Field {
            value: &input.site_name,
            hint: Some(&name_hint),
            problem: problem_with(problems, "site_name"),
            autocomplete: Some("off"),
            longest: u32::try_from(LONGEST_SITE_NAME).ok(),
            ..Field::new("site_name", &name)
        }))
        (logo_field(visit, pen, shown))
        (accent_field(visit, pen, input, problems))
        (text_area(pen, &Field {
            value: &input.welcome,
            hint: Some(&welcome_hint),
            problem: problem_with(problems, "welcome"),
            optional: true,
            longest: u32::try_from(LONGEST_WELCOME).ok(),
            ..Field::new("welcome", &welcome)
        }, 2))
        (text_area(pen, &Field {
            value: &input.footer_links,
            hint: Some(&links_hint),
            problem: problem_with(problems, "footer_links"),
            optional: true,
            ..Field::new("footer_links", &links)
        }, 4))
    }
}

fn logo_field(visit: &Visit, pen: &Pen<'_>, shown: &AppearancePage<'_>) -> Markup {
    let label = pen.say("setting-logo");
    let values = [
        ("size", (LARGEST_FILE as i64 / 1024).into()),
        ("pixels", i64::from(MOST_PIXELS).into()),
    ];
    let hint = pen.tell("setting-logo-hint", &values);
    let field = Field {
        hint: Some(&hint),
        problem: problem_with(shown.problems, "file"),
        optional: true,
        ..Field::new("file", &label)
    };
    field.wrap(
        pen,
        html! {
            @if !shown.picture.is_empty() {
                input type="hidden" name="picture" value=(shown.picture);
                p.hint { (icon(pen, Icon::Check)) " " (pen.say("setting-logo-along")) }
            } @else if let Some(logo) = &visit.site.settings().logo {
                p { img.site-logo src=(visit.site.urls.logo(&logo.hash)) alt=(pen.say("setting-logo-now")) width=(logo.width) height=(logo.height); }
            }
            input type="file" id="file" name="file" accept="image/png" aria-describedby=[field.described_by()] aria-invalid=[field.aria_invalid()];
        },
    )
}

/// The browser's chooser and the digits side by side; whichever was changed counts.
fn accent_field(visit: &Visit, pen: &Pen<'_>, input: &AppearanceInput, problems: &[Problem]) -> Markup {
    let typed = Colour::parse(&input.accent);
    let chosen = typed.unwrap_or(visit.site.settings().accent).to_string();
    let better = input.better_accent();
    let faint = better.zip(typed).map(|(better, typed)| faint(pen, typed, better));
    let (label, hint) = (pen.say("setting-accent"), pen.say("setting-accent-hint"));
    let field = Field {
        hint: Some(&hint),
        problem: faint.as_deref().or(problem_with(problems, "accent")),
        ..Field::new("accent", &label)
    };
    field.wrap(
        pen,
        html! {
            div.colour-field {
                input type="color" name="accent_chosen" value=(chosen) aria-label=(pen.say("setting-accent-choose"));
                input type="hidden" name="accent_before" value=(chosen);
                input type="text" id="accent" name="accent" value=(typed.map_or_else(|| input.accent.clone(), |typed| typed.to_string()))
                    autocomplete="off" spellcheck="false" maxlength="9" aria-describedby=[field.described_by()] aria-invalid=[field.aria_invalid()];
                @if let Some(better) = better {
                    button.button type="submit" name="accent_better" value=(better) formaction=(visit.site.urls.admin_appearance_preview()) {
                        (swatch(better)) (pen.tell("setting-accent-better", &[("accent", better.to_string().into())]))
                    }
                }
            }
        },
    )
}

/// Why a colour was refused, with the figure, and the nearest that is not.
fn faint(pen: &Pen<'_>, typed: Colour, better: Colour) -> String {
    let contrasts = LIGHT_GROUNDS.iter().map(|ground| typed.contrast(*ground));
    let least = contrasts.fold(f64::INFINITY, f64::min);
    pen.tell(
        "problem-accent-faint-figures",
        &[
            ("accent", typed.to_string().into()),
            ("contrast", format!("{least:.1}").into()),
            ("better", better.to_string().into()),
        ],
    )
}

fn swatch(colour: Colour) -> Markup {
    html! {
        svg.swatch viewBox="0 0 16 16" aria-hidden="true" focusable="false" { rect width="16" height="16" rx="3" fill=(colour) {} }
    }
}

/// Home and thread as they would look, light and dark.
fn preview(pen: &Pen<'_>, settings: &Settings) -> Markup {
    html! {
        (notice(pen, NoticeKind::Information, html! { p { (pen.say("appearance-preview-about")) } }))
        section.looks aria-label=(pen.say("appearance-preview")) {
            @for look in ["light", "dark"] {
                div class={ "look " (look) } {
                    p.preview-label { (pen.say(&format!("look-{look}"))) }
                    (samples::home(pen, &settings.welcome))
                    (samples::thread(pen, look))
                }
            }
        }
        (section_head(pen, &pen.say("admin-appearance"), None))
    }
}
