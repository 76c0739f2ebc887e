package dev.sayso.person;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that all spellings of one address have one form, and no two addresses share it.
 */
class EmailAddressTests {

	@Test
	void allSpellingsOfAnAddressAreOneAndOfNoOther() {
		assertThat(Spellings.ADDRESSES.stream().map(EmailAddress::normalize)).doesNotHaveDuplicates();
		for (int seed = 0; seed < 20_000; seed++) {
			Spellings spellings = new Spellings(new Random(seed));
			String address = Spellings.ADDRESSES.get(seed % Spellings.ADDRESSES.size());
			String spelt = spellings.any(address);
			assertThat(EmailAddress.normalize(spelt)).as("seed %s: %s", seed, spelt).isEqualTo(address);
			assertThat(EmailAddress.normalize(EmailAddress.normalize(spelt))).isEqualTo(address);
			Details details = new DetailsDraft(Map.of("email", spelt), "FR", java.time.LocalDate.EPOCH).details();
			assertThat(details.email()).as("seed %s: %s", seed, spelt).isNotNull();
			assertThat(EmailAddress.normalize(String.valueOf(details.email()))).isEqualTo(address);
		}
	}

	@Test
	void aDomainThatIdnaRefusesStaysItselfInLowerCase() {
		Map<String, String> forms = Map.of("A@R3---Node.Example.", "a@r3---node.example", "a@XN--ZZZZZZ99.example",
				"a@xn--zzzzzz99.example", "A@" + "ü".repeat(70) + ".Example", "a@" + "ü".repeat(70) + ".example");
		forms.forEach((typed, normal) -> assertThat(EmailAddress.normalize(typed)).isEqualTo(normal));
	}

	@Test
	void sharpSAndFinalSigmaAreLettersOfTheirOwn() {
		assertThat(EmailAddress.ascii("a@straße.example")).isEqualTo("a@xn--strae-oqa.example");
		assertThat(EmailAddress.normalize("a@βόλος.example")).isNotEqualTo(EmailAddress.normalize("a@βόλοσ.example"));
	}

	@Test
	void whatIsNoAddressStaysWhatItIs() {
		for (String none : List.of("", "nobody", "a@b@c.example x", "<>", "@", "mailto:", "\u0000", "\uD800@x")) {
			assertThat(EmailAddress.normalize(EmailAddress.normalize(none))).isEqualTo(EmailAddress.normalize(none));
		}
		assertThat(EmailAddress.normalize(" Nobody ")).isEqualTo("nobody");
	}

}
