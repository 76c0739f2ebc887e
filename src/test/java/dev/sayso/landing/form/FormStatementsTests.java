package dev.sayso.landing.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentDefaults;
import dev.sayso.consent.ConsentModel;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.BoxMeaning;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each checkbox says: by its meaning, by what it showed, by whether it came back
 * ticked.
 */
class FormStatementsTests {

	@ParameterizedTest(name = "{0} showing {1} under any={2}, ticked {3}: {4}")
	@CsvSource(nullValues = "-", textBlock = """
			DO_NOT_CONTACT, u, u, true, n
			DO_NOT_CONTACT, u, u, false, -
			DO_NOT_CONTACT, y, u, true, n
			DO_NOT_CONTACT, y, u, false, -
			DO_NOT_CONTACT, p, u, true, n
			DO_NOT_CONTACT, n, u, true, -
			DO_NOT_CONTACT, n, u, false, u
			DO_NOT_CONTACT, u, n, true, -
			DO_NOT_CONTACT, u, n, false, u
			CONTACT_ME, u, u, true, y
			CONTACT_ME, u, u, false, -
			CONTACT_ME, y, u, true, -
			CONTACT_ME, y, u, false, -
			CONTACT_ME, n, u, true, y
			CONTACT_ME, n, u, false, -
			CONTACT_ME, p, u, true, y
			CONTACT_ME, p, u, false, -
			CONTACT_ME, y, n, true, y
			CONTACT_ME, dy, u, true, y
			IN_OR_OUT, u, u, true, y
			IN_OR_OUT, u, u, false, n
			IN_OR_OUT, y, u, true, -
			IN_OR_OUT, y, u, false, n
			IN_OR_OUT, n, u, true, y
			IN_OR_OUT, n, u, false, -
			IN_OR_OUT, p, u, false, -
			IN_OR_OUT, p, u, true, y
			IN_OR_OUT, dn, u, false, -
			IN_OR_OUT, LI, u, false, n
			IN_OR_OUT, CT, u, false, -
			IN_OR_OUT, u, y, false, n
			IN_OR_OUT, u, dn, false, -
			IN_OR_OUT, u, n, false, -
			IN_OR_OUT, y, n, true, y
			""")
	void aBoxSaysWhatItsMeaningMakesOfTheDifference(BoxMeaning meaning, String shown, String any, boolean ticked,
			@Nullable String said) {
		ShownChoices form = shown(Map.of(Purpose.MARKETING_EMAIL, shown, Purpose.MARKETING_ANY, any));
		FormStatements formStatements = form(Map.of(Purpose.MARKETING_EMAIL, meaning), form, form,
				ticked ? Set.of(Purpose.MARKETING_EMAIL) : Set.of());
		assertThat(said(formStatements)).isEqualTo((said != null) ? Map.of(Purpose.MARKETING_EMAIL, said) : Map.of());
	}

	@ParameterizedTest(name = "shown {0} under any={1}, now {2} under any={3}: email {4}, any {5}")
	@CsvSource(nullValues = "-", textBlock = """
			n, u, u, u, n, -
			n, u, y, u, n, -
			n, u, n, u, -, -
			n, u, u, n, -, -
			n, n, u, u, n, n
			u, n, u, u, -, n
			u, n, u, n, -, -
			""")
	void aBoxLeftTickedIsANoWhereItWasLiftedMeanwhile(String email, String any, String emailNow, String anyNow,
			@Nullable String emailSaid, @Nullable String anySaid) {
		Map<Purpose, BoxMeaning> asked = new LinkedHashMap<>();
		asked.put(Purpose.MARKETING_ANY, BoxMeaning.DO_NOT_CONTACT);
		asked.put(Purpose.MARKETING_EMAIL, BoxMeaning.DO_NOT_CONTACT);
		ShownChoices shown = shown(Map.of(Purpose.MARKETING_EMAIL, email, Purpose.MARKETING_ANY, any));
		ShownChoices current = shown(Map.of(Purpose.MARKETING_EMAIL, emailNow, Purpose.MARKETING_ANY, anyNow));
		Set<Purpose> ticked = any.equals("n") ? asked.keySet() : Set.of(Purpose.MARKETING_EMAIL);
		Map<Purpose, String> said = new LinkedHashMap<>();
		if (emailSaid != null) {
			said.put(Purpose.MARKETING_EMAIL, emailSaid);
		}
		if (anySaid != null) {
			said.put(Purpose.MARKETING_ANY, anySaid);
		}
		assertThat(said(form(asked, shown, current, ticked))).isEqualTo(said);
	}

	@Test
	void leavingAnyChannelSaysNothingOfInOrOut() {
		ShownChoices form = shown(Map.of(Purpose.MARKETING_ANY, "y"));
		assertThat(said(form(Map.of(Purpose.MARKETING_ANY, BoxMeaning.IN_OR_OUT), form, form, Set.of()))).isEmpty();
	}

	@Test
	void whatStaysTickedStaysANoWhenAnyChannelIsLifted() {
		Map<Purpose, BoxMeaning> asked = new LinkedHashMap<>();
		asked.put(Purpose.MARKETING_ANY, BoxMeaning.DO_NOT_CONTACT);
		asked.put(Purpose.MARKETING_EMAIL, BoxMeaning.DO_NOT_CONTACT);
		asked.put(Purpose.MARKETING_SMS, BoxMeaning.DO_NOT_CONTACT);
		ShownChoices form = shown(Map.of(Purpose.MARKETING_ANY, "n"));
		assertThat(said(form(asked, form, form, Set.of(Purpose.MARKETING_SMS))))
			.isEqualTo(Map.of(Purpose.MARKETING_ANY, "u", Purpose.MARKETING_EMAIL, "u", Purpose.MARKETING_SMS, "n"));
		assertThat(said(form(asked, form, form, Set.copyOf(asked.keySet())))).isEmpty();
	}

	@Test
	void whoStopsEverythingOptsInToNothingWithIt() {
		Map<Purpose, BoxMeaning> asked = Map.of(Purpose.MARKETING_ANY, BoxMeaning.DO_NOT_CONTACT,
				Purpose.MARKETING_EMAIL, BoxMeaning.CONTACT_ME);
		ShownChoices form = shown(Map.of(Purpose.MARKETING_ANY, "u"));
		assertThat(said(form(asked, form, form, asked.keySet()))).isEqualTo(Map.of(Purpose.MARKETING_ANY, "n"));
	}

	@Test
	void whoStopsEverythingStillSaysWhatMayBeDoneWithWhatIsKnown() {
		Map<Purpose, BoxMeaning> asked = Map.of(Purpose.MARKETING_ANY, BoxMeaning.DO_NOT_CONTACT,
				Purpose.PERSONALIZE_CONTENT, BoxMeaning.CONTACT_ME);
		ShownChoices form = shown(Map.of(Purpose.MARKETING_ANY, "u"));
		assertThat(said(form(asked, form, form, asked.keySet())))
			.isEqualTo(Map.of(Purpose.MARKETING_ANY, "n", Purpose.PERSONALIZE_CONTENT, "y"));
	}

	@ParameterizedTest
	@CsvSource({ "u,false", "y,true", "n,false", "p,false", "dy,false", "LI,false" })
	void aBoxAboutAUseStandsTickedByAYesAlone(String said, boolean ticked) {
		ShownChoices form = shown(Map.of(Purpose.PERSONALIZE_CONTENT, said, Purpose.MARKETING_ANY, "n"));
		assertThat(form.ticked(Purpose.PERSONALIZE_CONTENT, BoxMeaning.IN_OR_OUT)).isEqualTo(ticked);
	}

	@Test
	void aFormThatDoesNotTellWhatItShowedLiftsNothing() {
		ShownChoices current = shown(Map.of(Purpose.MARKETING_EMAIL, "n"));
		assertThat(said(form(Map.of(Purpose.MARKETING_EMAIL, BoxMeaning.DO_NOT_CONTACT), null, current, Set.of())))
			.isEmpty();
	}

	@Test
	void whatItShowedTravelsThere() {
		ShownChoices form = shown(Map.of(Purpose.MARKETING_EMAIL, "n", Purpose.MARKETING_ANY, "dy"));
		assertThat(ShownChoices.read(form.written())).contains(form);
		assertThat(ShownChoices.read("marketing.email=x")).isEmpty();
		assertThat(ShownChoices.read("=")).isEmpty();
		assertThat(ShownChoices.read(" ")).isEmpty();
	}

	@Test
	void aBoxLeftEmptyIsNoAnswerWhereNothingSaidAllowsNothing() {
		ShownChoices form = shown(Map.of());
		ConsentDefaults optIn = new ConsentDefaults(Map.of(Purpose.MARKETING_EMAIL, Choice.DEFAULT_NO));
		assertThat(said(new FormStatements(Map.of(Purpose.MARKETING_EMAIL, BoxMeaning.IN_OR_OUT), form, form, optIn,
				PublicFormBody.Ticks.of(Set.of()))))
			.isEmpty();
	}

	@Test
	void aBoxLeftEmptyStopsWhatSomebodyElseAllowedMeanwhile() {
		Map<Purpose, BoxMeaning> asked = Map.of(Purpose.MARKETING_EMAIL, BoxMeaning.IN_OR_OUT);
		ShownChoices shown = shown(Map.of(Purpose.MARKETING_EMAIL, "n"));
		assertThat(said(form(asked, shown, shown(Map.of(Purpose.MARKETING_EMAIL, "y")), Set.of())))
			.isEqualTo(Map.of(Purpose.MARKETING_EMAIL, "n"));
	}

	@Test
	void whatWaitsIsStoppedByItsOwnBoxAlone() {
		Map<Purpose, BoxMeaning> asked = Map.of(Purpose.MARKETING_EMAIL, BoxMeaning.IN_OR_OUT, Purpose.MARKETING_SMS,
				BoxMeaning.CONTACT_ME);
		ShownChoices shown = shown(Map.of(Purpose.MARKETING_EMAIL, "p", Purpose.MARKETING_SMS, "p"));
		assertThat(said(form(asked, shown, shown, Set.of()))).isEmpty();
		assertThat(said(new FormStatements(asked, shown, shown, ConsentModel.OPT_OUT.defaults(),
				new PublicFormBody.Ticks(Set.of(), Set.of(Purpose.MARKETING_SMS), false))))
			.isEqualTo(Map.of(Purpose.MARKETING_SMS, "n"));
	}

	@Test
	void theButtonThatStopsEverythingSaysNothingElse() {
		Map<Purpose, BoxMeaning> asked = Map.of(Purpose.MARKETING_EMAIL, BoxMeaning.IN_OR_OUT);
		ShownChoices shown = shown(Map.of());
		FormStatements said = new FormStatements(asked, shown, shown, ConsentModel.OPT_OUT.defaults(),
				new PublicFormBody.Ticks(Set.of(Purpose.MARKETING_EMAIL), Set.of(), true));
		assertThat(said(said)).isEqualTo(Map.of(Purpose.MARKETING_ANY, "n"));
		assertThat(said.byVisitor()).isEqualTo(said.bySubject());
	}

	private static FormStatements form(Map<Purpose, BoxMeaning> asked, @Nullable ShownChoices shown,
			ShownChoices current, Set<Purpose> ticked) {
		return new FormStatements(asked, shown, current, ConsentModel.OPT_OUT.defaults(),
				PublicFormBody.Ticks.of(ticked));
	}

	private static Map<Purpose, String> said(FormStatements formStatements) {
		Map<Purpose, String> said = new LinkedHashMap<>();
		formStatements.bySubject().forEach((statement) -> said.put(statement.purpose(), statement.choice().value()));
		return said;
	}

	private static ShownChoices shown(Map<Purpose, String> choices) {
		Map<Purpose, Choice> read = new LinkedHashMap<>();
		choices.forEach((purpose, value) -> read.put(purpose, Choice.of(value).orElseThrow()));
		return new ShownChoices(read);
	}

}
