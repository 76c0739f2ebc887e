package dev.sayso.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.sayso.shared.TextNormalizer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what becomes of details as people type them.
 */
class DetailsDraftTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	@Test
	void anyNotationOfANumberIsTheSameNumber() {
		for (String typed : List.of("+33639981245", "+33 6 39 98 12 45", "0033 6 39 98 12 45", "06 39 98 12 45",
				"06.39.98.12.45", "+33 (0)6 39 98 12 45")) {
			assertThat(draft("mobile", typed).details().mobile()).as(typed).isEqualTo("+33639981245");
		}
		assertThat(draft("mobile", "0495 21 63 16", "country", "BE").details().mobile()).isEqualTo("+32495216316");
	}

	@Test
	void whatIsNoNumberIsSaidToBeNone() {
		for (String typed : List.of("12", "call me", "1-800-FLOWERS", "+33", "+999123456", "+3363998124500000",
				"++33")) {
			assertThat(faults("mobile", typed)).as(typed).containsExactly("profile.fault.mobile");
		}
	}

	@Test
	void anAddressNeedsANameAndADomain() {
		for (String typed : List.of("a@b.example", "Ünïcode@exämple.de", "o'neil+news@sub.example.museum")) {
			assertThat(faults("email", typed)).as(typed).isEmpty();
		}
		for (String typed : List.of("nope", "a@b", "a b@c.example", "a@b@c.example", ".a@b.example", "a..b@c.example",
				"a.@b.example", "a@-b.example", "a@b.123", "a@b.example, c@d.example",
				"A <a@b.example>, C <c@d.example>", "<>", "mailto:", "@")) {
			assertThat(faults("email", typed)).as(typed).containsExactly("profile.fault.email");
		}
		assertThat(faults("email", "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(200)))
			.containsExactly("profile.fault.long");
	}

	@Test
	void anAddressThatIsPastedIsReadAsWhatItMeans() {
		for (String pasted : List.of("a@b.example.", "<a@b.example>", "Ann Other <a@b.example>",
				"\"Other, Ann\" <a@b.example>;", "mailto:a@b.example", "MAILTO:a@b.example?subject=Hello",
				"<mailto:a@b.example>", "a@b.example,", " a @ b.example ; ", "'a@b.example'", "“a@b.example”",
				"(a@b.example).", "a@b.example...", "a\uFF20b.example")) {
			assertThat(draft("email", pasted).details().email()).as(pasted).isEqualTo("a@b.example");
			assertThat(faults("email", pasted)).as(pasted).isEmpty();
		}
		assertThat(draft("email", "Zoë <Zoë@Müller.Example.>").details().email()).isEqualTo("Zoë@Müller.Example");
		assertThat(draft("email", "mailto:a%2Bnews@b.example").details().email()).isEqualTo("a+news@b.example");
		assertThat(draft("email", "नमूना@उदाहरण.भारत").details().email()).isEqualTo("नमूना@उदाहरण.भारत");
	}

	@Test
	void aNumberThatIsPastedIsReadAsWhatItMeans() {
		for (String pasted : List.of("33639981245.0", "33639981245,00", "3.3639981245E10", "3.3639981245E+10",
				"3,3639981245e+10", "tel:+33639981245", "TEL:+33-6-39-98-12-45", "０６ ３９ ９８ １２ ４５", "＋33639981245",
				"33639981245", "639981245.0", "0033639981245", "+33639981245.0")) {
			assertThat(draft("email", "a@b.example", "mobile", pasted).details().mobile()).as(pasted)
				.isEqualTo("+33639981245");
		}
		for (String mexican : List.of("+52 1 55 1234 5678", "+5215512345678", "5215512345678.0", "+52 55 1234 5678")) {
			assertThat(draft("email", "a@b.example", "mobile", mexican).details().mobile()).as(mexican)
				.isEqualTo("+525512345678");
		}
		for (String lost : List.of("3.36E+10", "3.3640E+10", "3.36399812E+10", "1.5", "1E2", "3.3639981245E30")) {
			assertThat(draft("email", "a@b.example", "mobile", lost).details().mobile()).as(lost).isNull();
		}
	}

	@Test
	void whatCannotBeSeenIsTidiedAway() {
		Details details = draft("firstName", " Zo\u0065\u0308\u200B  \u00A0Ann\uFEFF ", "email",
				"\u202Ea@b.example\u200B")
			.details();
		assertThat(details.firstName()).isEqualTo("Zo\u00EB Ann");
		assertThat(details.email()).isEqualTo("a@b.example");
		assertThat(faults("firstName", "a\u0000b", "email", "a@b.example")).containsExactly("profile.fault.control");
		assertThat(faults("firstName", "a\uD800b", "email", "a@b.example")).containsExactly("profile.fault.control");
	}

	@Test
	void codesAndDatesAreReadOrRefused() {
		Details details = draft("email", "a@b.example", "country", "fr", "language", "fr_be", "timeZone",
				"Europe/Paris", "birthDate", "1987-05-17")
			.details();
		assertThat(List.of(details.country(), details.language(), details.timeZone())).containsExactly("FR", "fr-BE",
				"Europe/Paris");
		assertThat(faults("email", "a@b.example", "country", "XX", "language", "-", "timeZone", "Mars/Olympus",
				"birthDate", "2027-01-01"))
			.containsExactlyInAnyOrder("profile.fault.country", "profile.fault.language", "profile.fault.timeZone",
					"profile.fault.birthDate");
		assertThat(faults("email", "a@b.example", "birthDate", "1987-02-30")).containsExactly("profile.fault.date");
	}

	@Test
	void somebodyHasToBeFoundAgain() {
		assertThat(faults("firstName", "Camille")).containsExactly("profile.fault.unreachable");
		assertThat(faults("externalId", "crm-1")).isEmpty();
		assertThat(faults("street", "1 Main Street", "city", "Lyon")).isEmpty();
	}

	@Test
	void keysFitTheirColumnsWhateverTheLetters() {
		String ligature = "\uFDFA".repeat(200);
		SearchKeys keys = SearchKeys.of(draft("firstName", ligature, "lastName", ligature, "street",
				"\uFDFA".repeat(300), "city", ligature, "email", "a@b.example")
			.details());
		assertThat(keys.nameKey().length()).isLessThanOrEqualTo(401);
		assertThat(keys.postKey().length()).isLessThanOrEqualTo(300);
		assertThat(keys.searchText().length()).isLessThanOrEqualTo(2000);
		assertThat(TextNormalizer.key(ligature).length()).isLessThanOrEqualTo(200);
	}

	private static List<String> faults(String... pairs) {
		return draft(pairs).faults().stream().map(DetailsDraft.Fault::code).toList();
	}

	private static DetailsDraft draft(String... pairs) {
		Map<String, String> typed = new java.util.HashMap<>();
		for (int pair = 0; pair < pairs.length; pair += 2) {
			typed.put(pairs[pair], pairs[pair + 1]);
		}
		return new DetailsDraft(typed, "FR", TODAY);
	}

}
