### Tulong habang nagtatanong: ano ang maaaring nakasagot na, ano ang hindi dapat makita ng lahat, at kanino lalapit.

suggestions-title = Baka nasagot na ito ng mga sumusunod
suggestions-waiting = May iba pang naghihintay nito
suggestions-told = { $count ->
    [one] Sa ilalim ng pamagat ay may { $count } tanong o artikulo na maaaring sumagot dito.
   *[other] Sa ilalim ng pamagat ay may { $count } na tanong o artikulo na maaaring sumagot dito.
}
suggestions-different = Iba ang tanong ko
suggestions-differed = Magpatuloy ka: bago ang tanong mo.
suggestion-solved = Nalutas nito
suggestion-me-too = Ako rin
suggestion-beside = (bubukas sa tabi ng pahinang ito)
notice-solved-while-asking = Salamat sa pagsabing nalutas nito ang problema. Walang nai-post.

ask-step-title = Baka nasagot na ito ng mga sumusunod
ask-step-explained = Hindi pa nai-post ang tanong mo. Nakatago ang lahat ng tinype mo.
ask-step-post = Iba ang tanong ko: i-post ito
ask-step-sign-up = Iba ang tanong ko: mag-sign up at i-post ito
ask-step-post-as-is = Iba ang tanong ko: i-post ito nang ganito
ask-step-change = Baguhin ang tanong ko
ask-step-password = I-type itong muli: hindi kailanman ibinabalik ng pahina ang password.
ask-post-as-is = I-post ito nang ganito
ask-sign-up-as-is = Mag-sign up at i-post ito nang ganito

secrets-title = Baka hindi ito dapat makita ng lahat
secrets-next = Mababasa ng lahat ang ipo-post mo, at itinatago ito ng mga search engine. Alisin ang pribado, o i-post ito nang ganito.
secret-email-address = isang email address
secret-phone-number = isang numero ng telepono
secret-card-number = isang numero ng card
secret-iban = isang numero ng bank account
secret-key = isang password o susi
secret-of-answer = Sagot sa itinatanong ng kategorya

contact-or = O lumapit sa isang tao:

admin-asking = Tulong habang nagtatanong
admin-asking-explained = Kanino lalapit ang mga tao kapag hindi sila matulungan ng forum, at paano sinusukat ang epekto ng mga mungkahi.
setting-contact-label = Kontak: pangalan
setting-contact-label-hint = Ang tawag sa paraan para makausap ang isang tao, gaya ng “Sumulat sa aming suporta”. Iwang walang laman ang dalawa kung wala.
setting-contact-address = Kontak: address
setting-contact-address-hint = Isang pahinang nagsisimula sa https://, isang email address pagkatapos ng mailto:, o isang numero pagkatapos ng tel:.
setting-holdout = Mga bisitang walang mungkahi, sa porsiyento
setting-holdout-hint = Mula 0 hanggang 50. Nagtatanong ang mga bisitang ito na parang walang mungkahi, para makita mo kung ano ang nababago ng mga mungkahi.
problem-contact = Hindi ligtas ang pupuntahan niyan. Magsimula sa https://, mailto: o tel:, nang walang puwang.
problem-holdout = Mag-type ng buong numero mula 0 hanggang { $limit }.
problem-field-contact-label = Kontak: pangalan
problem-field-contact-address = Kontak: address
problem-field-holdout = Mga bisitang walang mungkahi
