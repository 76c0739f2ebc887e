package dev.sayso.landing.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;
import dev.sayso.shared.TimeFormat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that a pause on a page is a no for a time: taken whatever else is wrong, and read
 * by what the form showed and its opening wrote since.
 */
@ProductTest
class PausePageTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	RecordPause record;

	@Autowired
	VisitorLimits limits;

	@Autowired
	Clock clock;

	@Autowired
	Settings settings;

	@BeforeEach
	void forgetEarlierVisitors() {
		this.limits.forget();
	}

	@Test
	void aPageThatIsOverEndsNoPause() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.publish(PageKind.PREFERENCE, "", Map.of(),
				PageBlock.box("c", new PageBox("email", BoxMeaning.IN_OR_OUT), Map.of()),
				PageBlock.of("p", Type.PAUSE, Map.of()));
		String day = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, person)).with("pauseUntil", day));
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		this.pages.taken(page);
		assertThat(Browse.send(this.mvc, form.with("pauseUntil", ""))).hasStatus(422);
		assertThat(paused(person)).isEqualTo(day);
	}

	@Test
	void aPauseIsSetChangedAndEndedByWhoeverSeesIt() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.publish(PageKind.PREFERENCE, "", Map.of(),
				PageBlock.of("p", Type.PAUSE, Map.of("en", new BlockText("Take a break until", ""))));
		String day = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
		Browse.Opened early = Browse.open(this.mvc, this.pages.link(page, person));
		MvcTestResult sent = Browse.send(this.mvc, early.with("pauseUntil", day));
		assertThat(sent).hasStatus(303);
		assertThat(paused(person)).isEqualTo(day);
		assertThat(Browse.follow(this.mvc, sent)).containsSubsequence("Pause", "Undo", "Paused until",
				"Your choices hold");
		assertThat(String.valueOf(latest(person).evidence().facts())).contains("label=Take a break until " + day);
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person));
		assertThat(form.form()).containsEntry("pauseUntil", day);
		String later = LocalDate.now(ZoneOffset.UTC).plusDays(80).toString();
		Browse.send(this.mvc, form.with("pauseUntil", later));
		assertThat(paused(person)).isEqualTo(later);
		assertThat(
				Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, person)).with("pauseUntil", "soon")))
			.hasStatus(422);
		assertThat(Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person)).with("pauseUntil", "1999-01-01")))
			.hasStatus(422);
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, person)).with("pauseUntil", ""));
		assertThat(paused(person)).isNull();
		MvcTestResult last = Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person)).with("pauseUntil", day));
		Browse.send(this.mvc, new Browse.Opened(Browse.where(last).replaceFirst("\\?.*", "") + "/undo", Map.of()));
		assertThat(paused(person)).isNull();
	}

	@Test
	void aVisitorMayPauseLongerAndNeverEndsAPause() {
		LandingPage page = this.pages.publish(PageKind.PREFERENCE, "", Map.of(),
				PageBlock.of("p", Type.PAUSE, Map.of()));
		String address = "pauses@verel.example";
		ProfileId person = this.people.create(Map.of("email", address)).id();
		String day = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();
		assertThat(Browse.send(this.mvc, this.pages.visit(this.mvc, page, address).with("pauseUntil", day)))
			.hasStatus(303);
		assertThat(paused(person)).isEqualTo(day);
		Browse.send(this.mvc, this.pages.visit(this.mvc, page, address).with("pauseUntil", ""));
		Browse.send(this.mvc, this.pages.visit(this.mvc, page, address)
			.with("pauseUntil", LocalDate.now(ZoneOffset.UTC).plusDays(5).toString()));
		assertThat(paused(person)).isEqualTo(day);
		assertThat(Browse.send(this.mvc, this.pages.visit(this.mvc, page, address).with("pauseUntil", "2999-01-01")))
			.hasStatus(422);
	}

	@Test
	void aPauseInAFaultyFormIsTakenAndSaidSo() {
		LandingPage page = preferences(PageBlock.field("f", new PageField("mobile", false), Map.of()));
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person))
			.with("field.mobile", "nonsense")
			.with("pauseUntil", day(40));
		MvcTestResult sent = Browse.send(this.mvc, form);
		assertThat(sent).hasStatus(422);
		assertThat(Browse.html(sent)).contains("We have taken your no: the pause until ");
		assertThat(paused(person)).isEqualTo(day(40));
		Browse.Opened fixed = Browse.form(Browse.html(sent), form.path()).with("field.mobile", "");
		int entries = this.ledger.count(person);
		assertThat(Browse.send(this.mvc, fixed)).hasStatus(303);
		assertThat(this.ledger.count(person)).as("taken once").isEqualTo(entries);
		Browse.Opened sooner = Browse.open(this.mvc, this.pages.link(page, person))
			.with("field.mobile", "nonsense")
			.with("pauseUntil", day(5));
		assertThat(Browse.html(Browse.send(this.mvc, sooner))).doesNotContain("We have taken");
		assertThat(paused(person)).as("what opens needs everything right").isEqualTo(day(40));
	}

	@Test
	void aVisitorsPauseNeedsTheirAddressAlone() {
		LandingPage page = preferences(PageBlock.field("e", new PageField("email", true), Map.of()),
				PageBlock.field("f", new PageField("lastName", true), Map.of()));
		ProfileId person = this.people.create(Map.of("email", "pausing@verel.example")).id();
		assertThat(Browse.send(this.mvc, visit(page, "pausing@verel.example").with("pauseUntil", day(3))))
			.hasStatus(303);
		assertThat(paused(person)).isEqualTo(day(3));
		List<String> answers = List.of("pausing@verel.example", "nobody@verel.example").stream().map((email) -> {
			MvcTestResult sent = Browse.send(this.mvc,
					visit(page, email).tick("channel.email").with("pauseUntil", day(40)));
			assertThat(sent).hasStatus(422);
			return Browse.html(sent).replace(email, "").replaceAll("(?<=name=\"(opening|sealed)\" value=\")[^\"]*", "");
		}).toList();
		assertThat(answers.get(0)).isEqualTo(answers.get(1))
			.containsSubsequence("We have taken your no: the pause until ", "enough only if we know you by it");
		assertThat(paused(person)).isEqualTo(day(40));
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		assertThat(Browse.follow(this.mvc,
				Browse.send(this.mvc, visit(page, "nobody@verel.example").with("pauseUntil", day(9)))))
			.containsSubsequence("For the pause until ", "Paused until ")
			.doesNotContain("you asked to hear from us");
	}

	@Test
	void aVisitorsPauseStaysTheirsWhenAnOperatorExtendsIt() {
		LandingPage page = preferences();
		ProfileId person = this.people.create(Map.of("email", "theirs@verel.example")).id();
		operator(person, day(30));
		Browse.send(this.mvc, visit(page, "theirs@verel.example").with("pauseUntil", day(10)));
		assertThat(paused(person)).as("the longer stays").isEqualTo(day(30));
		assertThatExceptionOfType(PauseRefusedException.class).isThrownBy(() -> operator(person, day(5)));
		operator(person, day(60));
		assertThatExceptionOfType(PauseRefusedException.class).isThrownBy(() -> operator(person, null));
		assertThat(paused(person)).isEqualTo(day(60));
	}

	/** Where it is still yesterday, a year ahead ends a day earlier. */
	@Test
	void aVisitorsPauseUntilTheLastDayIsTakenWhereverThePersonLives() {
		this.settings.set(TimeFormat.ZONE, "Pacific/Kiritimati");
		LandingPage page = preferences();
		ProfileId person = this.people.create(Map.of("email", "west@verel.example", "timeZone", "Pacific/Pago_Pago"))
			.id();
		String last = LocalDate.now(ZoneId.of("Pacific/Kiritimati")).plusYears(1).toString();
		assertThat(Browse.send(this.mvc, visit(page, "west@verel.example").with("pauseUntil", last))).hasStatus(303);
		assertThat(paused(person)).isEqualTo(LocalDate.now(ZoneId.of("Pacific/Pago_Pago")).plusYears(1).toString());
	}

	@Test
	void backAfterAPauseTheSameFormIsTheSameOpening() {
		LandingPage page = preferences();
		ProfileId person = this.people.somebody();
		Browse.Opened form = Browse.open(this.mvc, this.pages.link(page, person)).with("pauseUntil", day(40));
		String first = Browse.where(Browse.send(this.mvc, form));
		assertThat(Browse.where(Browse.send(this.mvc, form))).as("a repeat joins").isEqualTo(first);
		assertThat(Browse.send(this.mvc, form.with("pauseUntil", day(20)))).as("sooner").hasStatus(303);
		assertThat(paused(person)).isEqualTo(day(20));
		assertThat(Browse.send(this.mvc, form.with("pauseUntil", day(50)))).as("later").hasStatus(303);
		assertThat(paused(person)).isEqualTo(day(50));
		assertThat(Browse.send(this.mvc, form.with("pauseUntil", ""))).as("none").hasStatus(303);
		assertThat(paused(person)).isNull();
		assertThat(Browse.send(this.mvc, form.with("pauseUntil", day(40)))).hasStatus(303);
		assertThat(paused(person)).isEqualTo(day(40));
	}

	@Test
	void anOlderOpeningTakesBackNoPauseItDidNotShow() {
		LandingPage page = preferences();
		ProfileId person = this.people.somebody();
		operator(person, day(10));
		Browse.Opened older = Browse.open(this.mvc, this.pages.link(page, person));
		operator(person, day(60));
		assertThat(Browse.send(this.mvc, older.tick("channel.email"))).as("left as it was").hasStatus(303);
		assertThat(paused(person)).isEqualTo(day(60));
		for (String sooner : List.of("", day(20))) {
			assertThat(Browse.send(this.mvc, older.with("pauseUntil", sooner))).as(sooner).hasStatus(422);
			assertThat(paused(person)).isEqualTo(day(60));
		}
		operator(person, null);
		assertThat(Browse.send(this.mvc, older.with("pauseUntil", day(10)))).as("what is left holds").hasStatus(303);
		assertThat(paused(person)).isEqualTo(day(10));
	}

	private void operator(ProfileId person, @Nullable String until) {
		this.record.record(person, Declaration.byOperator(People.OPERATOR, List.of(), Evidence.NONE),
				PauseStatement.of(Purpose.MARKETING_ANY, (until != null) ? LocalDate.parse(until) : null, null));
	}

	private LandingPage preferences(PageBlock... more) {
		return this.pages
			.publish(PageKind.PREFERENCE, "", Map.of(),
					Stream
						.concat(Stream.of(PageBlock.box("c", new PageBox("email", BoxMeaning.CONTACT_ME), Map.of()),
								PageBlock.of("p", Type.PAUSE, Map.of())), Arrays.stream(more))
						.toArray(PageBlock[]::new));
	}

	private Browse.Opened visit(LandingPage page, String email) {
		return this.pages.visit(this.mvc, page, email);
	}

	private static String day(int ahead) {
		return LocalDate.now(ZoneOffset.UTC).plusDays(ahead).toString();
	}

	private @Nullable String paused(ProfileId person) {
		return this.says.find(person)
			.pause(Purpose.MARKETING_ANY, this.clock.instant())
			.map((pause) -> pause.until().toString())
			.orElse(null);
	}

	private LedgerEntry latest(ProfileId person) {
		return this.ledger.list(person, null, 1).get(0);
	}

}
