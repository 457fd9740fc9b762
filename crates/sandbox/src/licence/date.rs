//! Dates of a licence.

use jiff::civil::Date;

use super::Flaw;
use super::elements::Elements;

/// The centuries of people and their licences.
///
/// No month begins with these digits, and no year with those of a month: `CCYYMMDD` and `MMDDCCYY` are told apart by them.
const CENTURIES: std::ops::RangeInclusive<i16> = 18..=21;

/// The date of an element, in either of the two forms.
pub(super) fn read(elements: &Elements, id: &'static str, flaws: &mut Vec<Flaw>) -> Option<Date> {
    let date = elements.value(id).and_then(date);
    if date.is_none() {
        flaws.push(Flaw::of(id, "a date of 8 digits, MMDDCCYY or CCYYMMDD"));
    }
    date
}

fn date(text: &str) -> Option<Date> {
    let plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain {
        return None;
    }
    let begins_with_century = text[..2].parse().is_ok_and(|it| CENTURIES.contains(&it));
    let (year, month, day) = if begins_with_century {
        (&text[..4], &text[4..6], &text[6..])
    } else {
        (&text[4..], &text[..2], &text[2..4])
    };
    let year: i16 = year.parse().ok()?;
    let date = Date::new(year, month.parse().ok()?, day.parse().ok()?);
    date.ok().filter(|_| CENTURIES.contains(&(year / 100)))
}

#[cfg(test)]
mod tests {
    use super::date;

    fn read(text: &str) -> Option<String> {
        date(text).map(|date| date.to_string())
    }

    #[test]
    fn both_forms_are_read_and_never_mistaken() {
        assert_eq!(read("19900520").as_deref(), Some("1990-05-20"));
        assert_eq!(read("05201990").as_deref(), Some("1990-05-20"));
        // As the other form, this would be a day of the year 1220.
        assert_eq!(read("20121220").as_deref(), Some("2012-12-20"));
        assert_eq!(read("12202012").as_deref(), Some("2012-12-20"));
    }

    #[test]
    fn what_is_no_day_is_no_date() {
        for text in [
            "",
            "1990052",
            "199005201",
            "19901320",
            "19900230",
            "13201990",
            "+9900520",
            "05200990",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
