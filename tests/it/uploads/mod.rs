//! Pictures and files in posts: brought along, refused with a sentence, and given to whoever sees the post.

mod bucket;
mod checked;
mod copies;
mod hostile;
mod keeping;
mod killed;
mod limits;
mod seeing;

use crate::support::{Client, Page, TestApp};

/// What stands between the parts of a form.
const EDGE: &str = "-----edge-of-a-part";

/// A form of several parts, as a browser sends it; the file comes after the fields.
pub fn parts(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    if let Some((name, bytes)) = file {
        let head = format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
    body
}

/// Sends such a form.
pub fn send(client: &Client, path: &str, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Page {
    let content_type = format!("multipart/form-data; boundary={EDGE}");
    client.post_body(path, &content_type, &parts(fields, file))
}

/// Sends the form of a page with a file, by the address that one of its buttons leads to, or its own.
pub fn send_form(
    client: &Client,
    page: &Page,
    form: &str,
    way: Option<&str>,
    more: &[(&str, &str)],
    file: (&str, &[u8]),
) -> Page {
    let filled = page.form(form);
    let mut fields: Vec<(&str, &str)> = filled
        .fields
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .filter(|(name, _)| *name != "file" && !more.iter().any(|(other, _)| other == name))
        .collect();
    fields.extend(more);
    send(client, way.unwrap_or(&filled.action), &fields, Some(file))
}

/// A PNG of so many pixels a side.
pub fn png(side: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    let row = |y: u32| (0..side).map(move |x| ((x ^ y) % 256) as u8);
    writer
        .write_image_data(&(0..side).flat_map(row).collect::<Vec<u8>>())
        .unwrap();
    writer.finish().unwrap();
    file
}

/// Uploads a file as a script does, and answers the line of Markdown.
pub fn upload(client: &Client, name: &str, bytes: &[u8], alt: &str) -> String {
    let page = send(client, "/uploads", &[("alt", alt)], Some((name, bytes)));
    assert_eq!(page.status, 201, "{}", page.body);
    let said: serde_json::Value = serde_json::from_str(&page.body).unwrap();
    said["line"].as_str().unwrap().to_owned()
}

/// The address in a line of Markdown.
pub fn address(line: &str) -> String {
    line.rsplit_once("](")
        .unwrap()
        .1
        .trim_end()
        .trim_end_matches(')')
        .to_owned()
}

/// How many rows of uploads there are.
pub fn count(app: &TestApp) -> i64 {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        count: i64,
    }
    app.read(|db| {
        let counted = diesel::sql_query("select count(*) as count from uploads").get_result::<Count>(db)?;
        Ok(counted.count)
    })
}
