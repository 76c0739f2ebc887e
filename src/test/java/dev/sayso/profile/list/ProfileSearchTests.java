package dev.sayso.profile.list;

import java.net.URLEncoder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.status.ContactStatuses;
import dev.sayso.consent.status.Verdict;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds whom a query finds.
 */
@ProductTest
class ProfileSearchTests {

	@Autowired
	ProfileSearch search;

	@Autowired
	ProfileFilterConditions conditions;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Autowired
	RecordPause pauses;

	@Autowired
	ContactStatuses statuses;

	@Autowired
	Profiles profiles;

	@Autowired
	Attributes attributes;

	@Autowired
	ProfileManagement management;

	@Autowired
	Clock clock;

	@Test
	void findsByPartOfANameWithoutCaseAndAccents() {
		this.people.create(Map.of("firstName", "Zoë", "lastName", "Żółkiewska"));
		this.people.create(Map.of("firstName", "Jan", "lastName", "Groß"));
		assertThat(names("q=ZOLK")).containsExactly("Zoë Żółkiewska");
		assertThat(names("q=zolk zo")).containsExactly("Zoë Żółkiewska");
		assertThat(names("q=gross+j")).containsExactly("Jan Groß");
		assertThat(names("q=nobody")).isEmpty();
	}

	@Test
	void findsByAddressNumberAndId() {
		Profile camille = this.people
			.create(Map.of("externalId", "crm-204817", "email", "camille@posteo.example", "mobile", "+33639981245"));
		this.people.somebody();
		for (String typed : List.of("CRM-2048", "camille@pos", "+33 6 39 98 12 45", "0033639981245", "06 39 98 12 45",
				"06.39.98.12.45", "(0)639981245", "39 98 12", camille.id().toString())) {
			assertThat(found(ProfileQuery.parse("q=" + typed.replace("+", "%2B")))).as(typed)
				.containsExactly(camille.id());
		}
	}

	@Test
	void aWildcardIsATextLikeAnyOther() {
		this.people.create(Map.of("externalId", "100%_sure"));
		this.people.create(Map.of("externalId", "back\\slash"));
		this.people.somebody();
		assertThat(names("q=100%25_")).hasSize(1);
		assertThat(names("q=%25%25%25")).isEmpty();
		assertThat(names("q=back%5Cs")).hasSize(1);
	}

	@Test
	void theStateOfAChannelIsThatOfTheVerdict() {
		Choice[] choices = Choice.values();
		for (int number = 0; number < 60; number++) {
			boolean addressed = number % 7 != 0;
			ProfileId id = this.people.create(addressed ? Map.of() : Map.of("email", "")).id();
			say(id, Purpose.MARKETING_EMAIL, (number % 3 == 0) ? null : choices[number % choices.length]);
			say(id, Purpose.MARKETING_ANY, (number % 4 != 0) ? null : choices[(number / 4) % choices.length]);
		}
		List<Profile> pausing = everybody().stream().filter((one) -> number(one) < 2).toList();
		pausing.forEach(
				(one) -> this.pauses.record(one.id(), Declaration.byOperator(People.OPERATOR, List.of(), Evidence.NONE),
						PauseStatement.of((number(one) % 2 == 0) ? Purpose.MARKETING_EMAIL : Purpose.MARKETING_ANY,
								this.pauses.days(one.id()).first().plusDays(9), null)));
		ProfileId quiet = this.people.create(Map.of("email", "shared@posteo.example")).id();
		say(this.people.create(Map.of("email", "Shared@posteo.example")).id(), Purpose.MARKETING_EMAIL, Choice.NO);
		assertThat(found(ProfileQuery.parse("email=no"))).contains(quiet);
		Map<String, Verdict.State> states = Map.of("may", Verdict.State.MAY_CONTACT, "no", Verdict.State.DO_NOT_CONTACT,
				"wait", Verdict.State.WAITING, "paused", Verdict.State.PAUSED, "missing", Verdict.State.NO_ADDRESS);
		assertThat(found(ProfileQuery.parse("email=paused"))).isNotEmpty();
		List<Profile> everybody = everybody();
		states.forEach((reach, state) -> assertThat(found(ProfileQuery.parse("email=" + reach))).as(reach)
			.containsExactlyInAnyOrderElementsOf(
					everybody.stream().filter((one) -> state(one) == state).map(Profile::id).toList()));
		assertThat(found(ProfileQuery.parse("email=may&email=no&email=wait&email=paused&email=missing")))
			.hasSize(everybody.size());
	}

	@Test
	void filtersByWhatIsSaidAndByWhom() {
		ProfileId own = this.people.somebody();
		this.record.record(own, Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)),
				Evidence.NONE, "a page", null));
		ProfileId operated = this.people.somebody();
		say(operated, Purpose.MARKETING_ANY, Choice.NO);
		say(operated, Purpose.PERSONALIZE_CONTENT, Choice.YES);
		ProfileId refusing = this.people.somebody();
		say(refusing, Purpose.PERSONALIZE_CONTENT, Choice.NO);
		assertThat(found(ProfileQuery.parse("origin=subject"))).containsExactly(own);
		assertThat(found(ProfileQuery.parse("origin=email:subject"))).containsExactly(own);
		assertThat(found(ProfileQuery.parse("origin=any:subject"))).isEmpty();
		assertThat(found(ProfileQuery.parse("origin=any:operator"))).containsExactly(operated);
		assertThat(found(ProfileQuery.parse("personalization=yes"))).containsExactly(operated);
		assertThat(found(ProfileQuery.parse("personalization=no"))).containsExactly(refusing);
		assertThat(found(ProfileQuery.parse("personalization=unsaid"))).containsExactly(own);
		assertThat(found(ProfileQuery.parse("sms=unsaid"))).containsExactlyInAnyOrder(own, refusing);
		assertThat(found(ProfileQuery.parse("sms=unsaid&sms=no"))).containsExactlyInAnyOrder(own, operated, refusing);
	}

	@Test
	void filtersByCountryLanguageAndAttributes() {
		Attribute tier = this.attributes.save(new Attribute(Ids.next(), null, "tier", "Tier", Attribute.Type.ONE_OF,
				"gold\nsilver", this.clock.instant()));
		Profile belgian = this.management.create(People.details(Map.of("country", "BE", "language", "fr-BE")),
				Map.of(tier.name(), "gold"), new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null));
		this.people.create(Map.of("country", "FR", "language", "fr"));
		assertThat(found(ProfileQuery.parse("country=BE"))).containsExactly(belgian.id());
		assertThat(found(ProfileQuery.parse("country=BE&country=FR"))).hasSize(2);
		assertThat(found(ProfileQuery.parse("language=fr"))).hasSize(2);
		assertThat(found(ProfileQuery.parse("language=fr-BE"))).containsExactly(belgian.id());
		assertThat(found(ProfileQuery.parse("attributes.tier=gold"))).containsExactly(belgian.id());
		assertThat(found(ProfileQuery.parse("attributes.tier=silver"))).isEmpty();
		assertThat(found(ProfileQuery.parse("attributes.other=gold"))).isEmpty();
		assertThat(found(ProfileQuery.parse("country=BE&country=QX"))).containsExactly(belgian.id());
		assertThat(found(ProfileQuery.parse("country=QX"))).isEmpty();
	}

	@Test
	void anAttributeIsComparedAsItsTypeSays() {
		for (Attribute.Type type : List.of(Attribute.Type.NUMBER, Attribute.Type.DATE, Attribute.Type.BOOLEAN,
				Attribute.Type.TEXT)) {
			String name = type.name().toLowerCase(java.util.Locale.ROOT);
			this.attributes.save(new Attribute(Ids.next(), null, name, name, type, "", this.clock.instant()));
		}
		ProfileId known = this.management
			.create(People.details(Map.of()),
					Map.of("number", new java.math.BigDecimal("1.5"), "date", java.time.LocalDate.of(2020, 2, 29),
							"boolean", true, "text", "Élan"),
					new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null))
			.id();
		this.people.somebody();
		for (String asked : List.of("number=1,50", "number=x&attributes.number=1.5", "date=2020-02-29", "boolean=oui",
				"text=elan")) {
			assertThat(found(ProfileQuery.parse("attributes." + asked))).as(asked).containsExactly(known);
		}
		for (String asked : List.of("number=x", "date=2020-02-30", "boolean=false", "text=%01", "text=" + long1000())) {
			assertThat(found(ProfileQuery.parse("attributes." + asked))).as(asked).isEmpty();
		}
	}

	@Test
	void aConditionIsOneMoreFilter() {
		ProfileId noor = this.people.create(Map.of("firstName", "Noor", "country", "BE")).id();
		this.people.create(Map.of("firstName", "Noor", "country", "NL"));
		this.people.create(Map.of("firstName", "Inès", "country", "BE"));
		String asked = "country=BE&condition=" + encoded("{'fact': 'firstName', 'operator': 'is', 'value': 'noor'}");
		assertThat(found(ProfileQuery.parse(asked))).containsExactly(noor);
		assertThat(found(ProfileQuery.parse("condition=" + encoded("{'all': []}")))).hasSize(3);
		for (String wrong : List.of("", "nonsense", "{'all': 1}", "{'fact': 'nope', 'operator': 'is', 'value': 1}",
				"{'any': [{'all': []}]}")) {
			ProfileQuery query = ProfileQuery.parse("country=BE&condition=" + encoded(wrong));
			assertThat(ProfileQuery.parse(query.toString())).isEqualTo(query);
			assertThat(this.search.canAsk(query)).isFalse();
			assertThatExceptionOfType(InvalidConditionException.class)
				.isThrownBy(() -> this.search.page(query, null, 5));
			assertThatExceptionOfType(InvalidConditionException.class).isThrownBy(() -> this.search.count(query, 5));
			assertThatExceptionOfType(InvalidConditionException.class)
				.isThrownBy(() -> this.search.each(query, (some) -> {
				}));
		}
	}

	@Test
	void theWholeQueryIsOneConditionThatFindsTheSame() {
		ProfileId camille = this.people.create(Map.of("mobile", "+33639981245", "country", "BE", "language", "fr-BE"))
			.id();
		say(camille, Purpose.MARKETING_EMAIL, Choice.NO);
		this.people.create(Map.of("firstName", "Jan", "country", "NL", "language", "nl"));
		for (String asked : List.of("", "q=lefevre+cam", "q=06+39+98+12+45", "email=no&email=unsaid&sms=unsaid",
				"language=fr-BE", "language=fr&country=BE&country=NL", "origin=operator&q=camille",
				"personalization=no",
				"origin=email:operator&condition=" + encoded("{'none': [{'fact': 'city', 'operator': 'isNotSet'}]}"),
				"q=%01")) {
			ProfileQuery query = ProfileQuery.parse(asked);
			Condition whole = this.conditions.create(query);
			if (asked.startsWith("q=%")) {
				assertThat(found(query)).isEmpty();
				continue;
			}
			assertThat(found(ProfileQuery.parse("condition=" + URLEncoder.encode(ConditionJson.write(whole), UTF_8))))
				.as(asked)
				.containsExactlyElementsOf(found(query));
		}
		assertThat(ConditionJson.write(this.conditions.create(ProfileQuery.parse("q=a+b&country=BE"))))
			.isEqualTo("{'all':[{'fact':'search','operator':'contains','value':'a'},"
				.concat("{'fact':'search','operator':'contains','value':'b'},")
				.concat("{'fact':'country','operator':'is','value':'BE'}]}")
				.replace('\'', '"'));
	}

	@Test
	void whoAreFewAreFoundFirstAndOrderedThenWithTheSameAnswer() {
		for (int number = 0; number < 13; number++) {
			this.people.create(Map.of("lastName", "Same" + (number / 4)));
		}
		ProfileQuery query = ProfileQuery.parse("q=same&sort=name");
		ProfileSearch.Answer few = this.search.answer(query, null, 5, 100);
		ProfileSearch.Answer many = this.search.answer(query, null, 5, 3);
		assertThat(few.matching()).isEqualTo(13);
		assertThat(many.matching()).isEqualTo(4);
		assertThat(few.page()).isEqualTo(many.page()).isEqualTo(this.search.page(query, null, 5));
		ProfileCursor cursor = few.page().people().get(4).cursor();
		assertThat(this.search.answer(query, cursor, 5, 100).page()).isEqualTo(this.search.page(query, cursor, 5));
		ProfileCursor back = this.search.page(query, cursor, 5).people().get(0).cursor().backwards();
		assertThat(this.search.answer(query, back, 5, 100).page()).isEqualTo(few.page());
	}

	@Test
	void walkingPagesForthAndBackSeesEachPersonOnceInOrder() {
		for (int number = 0; number < 23; number++) {
			this.people.create(Map.of("lastName", "Same" + (number / 4)));
		}
		for (ProfileQuery.Sort sort : ProfileQuery.Sort.values()) {
			for (boolean ascending : new boolean[] { true, false }) {
				ProfileQuery query = ProfileQuery.EVERYBODY.sorted(sort, ascending);
				List<ProfileId> whole = ids(this.search.page(query, null, 100));
				assertThat(whole).hasSize(23).doesNotHaveDuplicates();
				assertThat(walk(query, 5)).as(query.toString()).isEqualTo(whole);
			}
		}
	}

	@Test
	void handsOverEverybodyOnce() {
		for (int number = 0; number < 7; number++) {
			this.people.somebody();
		}
		assertThat(everybody()).hasSize(7).doesNotHaveDuplicates();
		assertThat(this.search.count(ProfileQuery.EVERYBODY, 5)).isEqualTo(6);
		assertThat(this.search.count(ProfileQuery.EVERYBODY, 10)).isEqualTo(7);
	}

	/**
	 * Forth to the last page and back to the first, both ways the same people.
	 */
	private List<ProfileId> walk(ProfileQuery query, int size) {
		List<ProfileId> forth = new ArrayList<>();
		List<List<ProfileId>> pages = new ArrayList<>();
		ProfileSearch.Page page = this.search.page(query, null, size);
		while (true) {
			pages.add(ids(page));
			forth.addAll(ids(page));
			if (!page.after()) {
				break;
			}
			page = this.search.page(query, cursor(page.people().get(page.people().size() - 1).cursor()), size);
		}
		for (int back = pages.size() - 2; back >= 0; back--) {
			assertThat(page.before()).isTrue();
			page = this.search.page(query, cursor(page.people().get(0).cursor().backwards()), size);
			assertThat(ids(page)).isEqualTo(pages.get(back));
		}
		assertThat(page.before()).isFalse();
		return forth;
	}

	private static ProfileCursor cursor(ProfileCursor cursor) {
		ProfileCursor parsed = ProfileCursor.parse(cursor.toString());
		assertThat(parsed).isEqualTo(cursor);
		return cursor;
	}

	private static String encoded(String json) {
		return URLEncoder.encode(json.replace('\'', '"'), UTF_8);
	}

	private static String long1000() {
		return "x".repeat(1000);
	}

	private static int number(Profile person) {
		return Math.floorMod(person.id().hashCode(), 6);
	}

	private List<Profile> everybody() {
		List<Profile> everybody = new ArrayList<>();
		this.search.each(ProfileQuery.EVERYBODY, everybody::addAll);
		return everybody;
	}

	private Verdict.State state(Profile person) {
		return this.statuses.verdicts(this.statuses.find(person), "marketing")
			.stream()
			.filter((verdict) -> verdict.channel() == Channel.EMAIL)
			.findFirst()
			.orElseThrow()
			.state();
	}

	private void say(ProfileId id, Purpose purpose, Choice choice) {
		if (choice != null) {
			this.record.record(id,
					Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, choice)), Evidence.NONE));
		}
	}

	private List<String> names(String query) {
		return this.profiles.findByIdIn(found(ProfileQuery.parse(query))).stream().map(Profile::name).toList();
	}

	private List<ProfileId> found(ProfileQuery query) {
		List<ProfileId> found = ids(this.search.page(query, null, 200));
		assertThat(this.search.count(query, 1000)).isEqualTo(found.size());
		assertThat(ProfileQuery.parse(query.toString())).isEqualTo(query);
		return found;
	}

	private static List<ProfileId> ids(ProfileSearch.Page page) {
		return page.people().stream().map(ProfileSearch.Match::id).toList();
	}

}
