package dev.sayso.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.person.Attributes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what conditions say as sentences.
 */
@ProductTest
class ConditionSentencesTests {

	static final List<Locale> READERS = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

	private static final Comparison PERSONALIZATION = new Comparison("consents.personalize.content", Operator.IS, true);

	private static final Comparison GOLD = new Comparison("attributes.tier", Operator.IS, "gold");

	private static final Comparison DUTCH = new Comparison("language", Operator.IS, "nl");

	private static final Comparison AMERICA = new Comparison("country", Operator.IS, "US");

	@Autowired
	ConditionSentences sentences;

	@Autowired
	Attributes attributes;

	@BeforeEach
	void declareAttributes() {
		EveryPhraseTests.declare(this.attributes);
	}

	@Test
	void saysWhoIsMeantAndThenWhoIsNot() {
		said(Condition.all(new Comparison("country", Operator.IS_ONE_OF, "FR", "PT"), PERSONALIZATION,
				Condition.any(GOLD,
						new Comparison("attributes.lastOrder", Operator.IN_LAST, new Period(12, Period.Unit.MONTHS))),
				Condition.none(new Comparison("email", Operator.ENDS_WITH, "@maisonverel.example"))),
				"People in **France** or **Portugal** who **consent to personalization**, and either whose **tier** is "
						+ "**gold** or whose **last order** was **in the last 12 months**, but not those whose "
						+ "**e-mail** ends with **@maisonverel.example**.",
				"Les personnes **en France** ou **au Portugal** qui **acceptent la personnalisation**, et soit dont le "
						+ "champ «\u00a0**tier**\u00a0» est **gold**, soit dont la date «\u00a0**last order**\u00a0» remonte à "
						+ "**12 mois au plus**, mais pas celles dont **l’e-mail** finit par **@maisonverel.example**.",
				"Mensen in **Frankrijk** of **Portugal** die **instemmen met personalisatie**, en ofwel van wie het veld "
						+ "‘**tier**’ **gold** is, ofwel van wie de datum ‘**last order**’ **hoogstens 12 maanden "
						+ "geleden** was, maar niet degenen van wie **het e-mailadres** eindigt op "
						+ "**@maisonverel.example**.");
	}

	@Test
	void saysEverybodyAndNobody() {
		said(Condition.EVERYBODY, "Everybody", "Tout le monde", "Iedereen");
		said(Condition.any(), "Nobody", "Personne", "Niemand");
		said(Condition.none(AMERICA, DUTCH), "Everybody except those in **the United States** or who speak **Dutch**.",
				"Tout le monde, sauf les personnes **aux États-Unis** ou qui parlent **néerlandais**.",
				"Iedereen behalve degenen in **de Verenigde Staten** of die **Nederlands** spreken.");
	}

	@Test
	void groupsInGroupsHaveOneMeaning() {
		said(Condition.any(Condition.all(AMERICA, DUTCH), GOLD),
				"People either whose **tier** is **gold** or both in **the United States** and who speak **Dutch**.",
				"Les personnes soit dont le champ «\u00a0**tier**\u00a0» est **gold**, soit à la fois **aux États-Unis** et qui "
						+ "parlent **néerlandais**.",
				"Mensen ofwel van wie het veld ‘**tier**’ **gold** is, ofwel zowel in **de Verenigde Staten** als die "
						+ "**Nederlands** spreken.");
		said(Condition.any(GOLD, Condition.none(DUTCH, PERSONALIZATION)),
				"People either whose **tier** is **gold** or who are neither among those who speak **Dutch** nor among "
						+ "those who **consent to personalization**.",
				"Les personnes soit dont le champ «\u00a0**tier**\u00a0» est **gold**, soit qui ne sont ni parmi celles qui parlent "
						+ "**néerlandais** ni parmi celles qui **acceptent la personnalisation**.",
				"Mensen ofwel van wie het veld ‘**tier**’ **gold** is, ofwel die noch horen bij degenen die "
						+ "**Nederlands** spreken, noch bij degenen die **instemmen met personalisatie**.");
		assertThat(this.sentences
			.plain(Condition.any(GOLD, Condition.all(DUTCH, Condition.any(AMERICA, PERSONALIZATION))), Locale.ENGLISH))
			.isEqualTo("People either whose tier is gold or both who speak Dutch and "
					+ "(either in the United States or who consent to personalization).");
	}

	@Test
	void groupsThatChangeNothingAreLeftOut() {
		String plain = this.sentences.plain(Condition.all(DUTCH, GOLD), Locale.ENGLISH);
		assertThat(plain).isEqualTo("People who speak Dutch and whose tier is gold.");
		assertThat(List.of(Condition.all(Condition.all(DUTCH), Condition.any(GOLD)),
				Condition.none(Condition.none(Condition.all(DUTCH, GOLD))),
				Condition.all(DUTCH, Condition.all(GOLD, Condition.none()), Condition.none(Condition.any()))))
			.allSatisfy((one) -> assertThat(this.sentences.plain(one, Locale.ENGLISH)).isEqualTo(plain));
		assertThat(this.sentences.plain(Condition.all(DUTCH, Condition.any()), Locale.ENGLISH)).isEqualTo("Nobody");
		assertThat(this.sentences.plain(Condition.all(Condition.none(DUTCH), Condition.none(GOLD)), Locale.ENGLISH))
			.isEqualTo("Everybody except those who speak Dutch or whose tier is gold.");
	}

	@Test
	void saysWhomOneMayContactAndWhoOptedOut() {
		said(Condition.all(new Comparison("reach.email", Operator.IS, "may"),
				new Comparison("optOutDate.marketing.sms", Operator.IN_LAST, new Period(1, Period.Unit.MONTHS))),
				"People who **may be contacted by e-mail** and who **opted out of contact by SMS** **in the last month**.",
				"Les personnes qui **peuvent être contactées par e-mail** et qui ont **refusé le contact par SMS** "
						+ "**il y a 1 mois au plus**.",
				"Mensen die **per e-mail gecontacteerd mogen worden** en die **hoogstens 1 maand geleden** **nee zeiden "
						+ "tegen contact per sms**.");
		said(new Comparison("optOutDate", Operator.IS_NOT_SET), "People who **have not opted out of any channel**.",
				"Les personnes qui **n’ont pas refusé le moindre canal**.",
				"Mensen die **geen nee zeiden tegen enig kanaal**.");
		said(new Comparison("optOutOrigin.marketing.any", Operator.IS_NONE_OF, "operator", "import"),
				"People whose no to **all contact** came neither **from an operator** nor **from an import**.",
				"Les personnes qui n’ont refusé **tout contact** ni **via un opérateur** ni **via un import**.",
				"Mensen van wie het nee tegen **alle contact** noch **van een operator** noch **uit een import** komt.");
	}

	@Test
	void saysDaysAndNumbersAsTheReaderWritesThem() {
		said(Condition.all(new Comparison("birthDate", Operator.BEFORE, "2000-03-01"),
				new Comparison("birthDate", Operator.ANNIVERSARY_THIS_MONTH)),
				"People who were born **before 1 March 2000** and whose **birthday is this month**.",
				"Les personnes qui sont nées **avant le 1er mars 2000** et dont l’**anniversaire est ce mois-ci**.",
				"Mensen die geboren zijn **voor 1 maart 2000** en die **deze maand jarig** zijn.");
		said(new Comparison("attributes.orders", Operator.AT_LEAST, new BigDecimal("12500.50")),
				"People whose **number of orders** is **at least 12,500.5**.",
				"Les personnes dont le champ «\u00a0**number of orders**\u00a0» vaut **au moins 12\u202f500,5**.",
				"Mensen van wie het veld ‘**number of orders**’ **minstens 12.500,5** is.");
	}

	@Test
	void aFactThatIsGoneKeepsItsName() {
		said(new Comparison("attributes.Old_tier", Operator.IS_NOT, "gold"),
				"People whose **attributes.Old_tier** is not **gold**.",
				"Les personnes dont le champ «\u00a0**attributes.Old_tier**\u00a0» n’est pas **gold**.",
				"Mensen van wie het veld ‘**attributes.Old_tier**’ niet **gold** is.");
		for (Operator operator : Operator.values()) {
			assertThat(this.sentences.plain(new Comparison("gone", operator), Locale.ENGLISH)).contains("gone");
			assertThat(this.sentences.plain(new Comparison("email", operator), Locale.ENGLISH)).contains("e-mail");
		}
	}

	@Test
	void whateverStandsInAValueIsText() {
		String odd = "{0} 'a' <b>x</b> ** \uE000\uE001";
		List<ConditionSentences.Span> spans = this.sentences
			.sentence(new Comparison("attributes.vat", Operator.IS, List.of(odd), true), Locale.ENGLISH);
		assertThat(spans).containsExactly(new ConditionSentences.Span("People whose ", false),
				new ConditionSentences.Span("VAT number", true), new ConditionSentences.Span(" is ", false),
				new ConditionSentences.Span(odd, true), new ConditionSentences.Span(" (written exactly so).", false));
	}

	@Test
	void aValueThatIsMissingIsSeen() {
		assertThat(this.sentences.plain(new Comparison("email", Operator.IS_ONE_OF), Locale.ENGLISH))
			.isEqualTo("People whose e-mail is ….");
	}

	private void said(Condition condition, String... expected) {
		for (int at = 0; at < expected.length; at++) {
			String said = this.sentences.sentence(condition, READERS.get(at))
				.stream()
				.map((span) -> span.strong() ? "**" + span.text() + "**" : span.text())
				.collect(Collectors.joining());
			assertThat(said).isEqualTo(expected[at]);
		}
	}

}
