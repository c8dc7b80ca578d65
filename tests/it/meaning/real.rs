//! The real model, where TANYA_TEST_MODEL names its folder: that it is read as it was meant to be.

use tanya::domain::vector::Vector;
use tanya::meaning::Model;

#[test]
fn the_real_model_says_what_it_says_elsewhere() {
    let Some(folder) = std::env::var_os("TANYA_TEST_MODEL") else {
        eprintln!("skipped: TANYA_TEST_MODEL names no folder of all-MiniLM-L6-v2");
        return;
    };
    let model = Model::load(folder.as_ref()).unwrap();
    assert_eq!((model.dimensions(), model.tokens()), (384, 256));
    let texts = ["This is an example sentence", "Each sentence is converted"];
    let found = model.meanings(&texts).unwrap();
    let cosine: f32 = found[0].iter().zip(&found[1]).map(|(a, b)| a * b).sum();
    // Worked out from the same weights by a program of its own, in 64-bit numbers.
    assert!((cosine - 0.404_559).abs() < 1e-4, "{cosine}");
    let rounded = |at: usize| Vector::of(&found[at]).unwrap();
    assert!((rounded(0).cosine(&rounded(1)) - cosine).abs() < 0.005);
}
