package dev.sayso.profile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.TimeFormat;
import dev.sayso.shared.page.Flash;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * What an operator does on the General tab, as a browser without scripts posts it.
 */
@ProductTest
class GeneralTabTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	TimeFormat times;

	@Autowired
	Clock clock;

	@Test
	void tickingStopsContactAndTheHeaderShowsItAtOnce() {
		ProfileId somebody = this.people.somebody();
		assertThat(saveDenylist(somebody, Map.of("doNotContact", List.of("email"), "shown", List.of("email=", "sms="),
				"reason", List.of("letter of 19 November"))))
			.hasStatus(HttpStatus.FOUND);
		assertThat(no(somebody, Purpose.MARKETING_EMAIL).reason()).isEqualTo("letter of 19 November");
		assertThat(page(somebody)).hasStatusOk()
			.bodyText()
			.contains("data-channel=\"email\" data-state=\"DO_NOT_CONTACT\"")
			.contains("by operator: “letter of 19 November”");
	}

	@Test
	void postingWhatWasShownChangesNothing() {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		saveDenylist(somebody, Map.of("doNotContact", List.of("email"), "shown", List.of("email=" + no, "sms=")));
		assertThat(this.ledger.count(somebody)).isOne();
	}

	@Test
	void untickingTheirOwnNoAsksForReasonAndEvidenceInPlace() {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		assertThat(saveDenylist(somebody, Map.of("shown", List.of("any=", "email=" + no))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("reason.email")
			.contains("Allow contact by e-mail")
			.contains("own no");
		assertThat(no(somebody, Purpose.MARKETING_EMAIL).own()).isTrue();
	}

	@Test
	void withBothItIsLifted() {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		assertThat(saveDenylist(somebody,
				Map.of("shown", List.of("email=" + no), "reason.email", List.of("asked at the shop"), "evidence.email",
						List.of("signed-form"), "reference.email", List.of("LYO-2026-0911"))))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		assertThat(this.ledger.list(somebody, null, 1).get(0).evidence().facts()).containsEntry("kind", "signed-form")
			.containsEntry("reference", "LYO-2026-0911");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "signed-form | LYO-2026-0911 | who had a signed form (LYO-2026-0911)",
					"letter | '' | who had a letter", "in-person | '' | who had it from them in person",
					"form 7 in the archive | '' | who had “form 7 in the archive”" })
	void afterALiftThePageSaysWhoLiftedItAndWithWhat(String evidence, String reference, String told) {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		saveDenylist(somebody, Map.of("shown", List.of("email=" + no), "reason.email", List.of("asked at the shop"),
				"evidence.email", List.of(evidence), "reference.email", List.of(reference)));
		assertThat(status(somebody, "email")).contains("No lifted on " + today() + " by operator; counts as yes")
			.contains("No lifted on " + today() + " by operator, " + told
					+ ": “asked at the shop”; nothing was said since, which counts as yes")
			.contains("In the history")
			.doesNotContain("Has said nothing");
	}

	@Test
	void whatAnUntickTookBackIsTold() {
		ProfileId somebody = this.people.somebody();
		saveDenylist(somebody, Map.of("doNotContact", List.of("any"), "shown", List.of("any=")));
		UUID no = no(somebody, Purpose.MARKETING_ANY).ledgerId();
		saveDenylist(somebody, Map.of("shown", List.of("any=" + no)));
		assertThat(status(somebody, "sms")).contains("No lifted on " + today() + " by operator;");
		record(somebody, "share", "y", "letter");
		this.record.record(somebody, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(Purpose.SHARE, Choice.UNKNOWN)), Evidence.NONE));
		assertThat(Jsoup.parse(body(page(somebody))).select("[data-purpose=share]").text())
			.contains("Say taken back on " + today() + " by Sofie Maes; nothing was said since, which counts as");
	}

	@Test
	void whoNeverSaidAnythingHasSaidNothing() {
		assertThat(status(this.people.somebody(), "email")).contains("Has said nothing, which counts as yes");
	}

	@Test
	void aChangeIsUndoneWithOneClick() {
		ProfileId somebody = this.people.somebody();
		RequestPostProcessor operator = SignIn.operator();
		MvcTestResult saved = saveDenylist(somebody, Map.of("doNotContact", List.of("sms"), "shown", List.of("sms=")),
				operator);
		assertThat(flash(saved).get("focus")).isEqualTo("denylist-sms");
		assertThat(undo(somebody, changes(saved), operator)).isEqualTo("say.undo.done");
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.UNKNOWN);
		assertThat(this.ledger.list(somebody, null, 5)).hasSize(2);
		assertThat(undo(somebody, changes(saved), operator)).isEqualTo("say.undo.newer");
	}

	@Test
	void anUndoneLiftLeavesTheirNoAsItWas() {
		ProfileId somebody = this.people.somebody();
		RequestPostProcessor operator = SignIn.operator();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		MvcTestResult saved = saveDenylist(somebody, Map.of("shown", List.of("email=" + no), "reason.email",
				List.of("asked at the shop"), "evidence.email", List.of("letter")), operator);
		assertThat(undo(somebody, changes(saved), operator)).isEqualTo("say.undo.done");
		assertThat(no(somebody, Purpose.MARKETING_EMAIL)).satisfies((again) -> {
			assertThat(again.choice()).isEqualTo(Choice.NO);
			assertThat(again.own()).isTrue();
			assertThat(again.source()).isEqualTo("Preferences v3");
		});
	}

	@Test
	void whatWasSaidSinceIsNotUndone() {
		ProfileId somebody = this.people.somebody();
		RequestPostProcessor operator = SignIn.operator();
		MvcTestResult saved = saveDenylist(somebody,
				Map.of("doNotContact", List.of("sms", "email"), "shown", List.of("sms=", "email=")), operator);
		own(somebody, Purpose.MARKETING_SMS);
		assertThat(undo(somebody, changes(saved), operator)).isEqualTo("say.undo.partly");
		assertThat(this.says.find(somebody).saysNo(Channel.SMS)).isTrue();
		assertThat(this.says.find(somebody).saysNo(Channel.EMAIL)).isFalse();
	}

	@Test
	void nobodyUndoesWhatOthersSaid() {
		ProfileId somebody = this.people.somebody();
		MvcTestResult saved = saveDenylist(somebody, Map.of("doNotContact", List.of("sms"), "shown", List.of("sms=")),
				SignIn.operator());
		assertThat(undo(somebody, changes(saved), SignIn.operator())).isEqualTo("say.undo.newer");
		UUID own = own(somebody, Purpose.MARKETING_EMAIL);
		assertThat(undo(somebody, List.of(own.toString()), SignIn.operator())).isEqualTo("say.undo.newer");
		assertThat(this.mvc.post()
			.uri("/profiles/" + somebody + "/undo")
			.param("change", own.toString(), "nonsense")
			.with(SignIn.operator())
			.with(csrf())).hasStatus(400);
		assertThat(this.says.find(somebody).saysNo(Channel.EMAIL)).isTrue();
		assertThat(this.says.find(somebody).saysNo(Channel.SMS)).isTrue();
	}

	@Test
	void reasonAndEvidenceOfTheWholeFormCountForEachLift() {
		ProfileId somebody = this.people.somebody();
		UUID email = own(somebody, Purpose.MARKETING_EMAIL);
		UUID call = own(somebody, Purpose.MARKETING_CALL);
		assertThat(
				saveDenylist(somebody,
						Map.of("shown", List.of("email=" + email, "call=" + call), "reason",
								List.of("asked at the shop"), "evidence", List.of("form 7 in the archive"))))
			.hasStatus(HttpStatus.FOUND);
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_CALL)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void keepingTheirNoLeavesItAndSavesTheRest() {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		assertThat(saveDenylist(somebody, Map.of("shown", List.of("email=" + no, "sms="), "keep", List.of("email"),
				"doNotContact", List.of("sms"))))
			.hasStatus(HttpStatus.FOUND);
		assertThat(no(somebody, Purpose.MARKETING_EMAIL).ledgerId()).isEqualTo(no);
		assertThat(no(somebody, Purpose.MARKETING_SMS).own()).isFalse();
	}

	@Test
	void aNoSaidSinceThePageWasOpenedIsShownBesideWhatWasChosen() {
		ProfileId somebody = this.people.somebody();
		saveDenylist(somebody, Map.of("doNotContact", List.of("email"), "shown", List.of("email=")));
		UUID shown = no(somebody, Purpose.MARKETING_EMAIL).ledgerId();
		own(somebody, Purpose.MARKETING_EMAIL);
		assertThat(saveDenylist(somebody, Map.of("shown", List.of("email=" + shown)))).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("somebody else changed this meanwhile")
			.contains("email=" + no(somebody, Purpose.MARKETING_EMAIL).ledgerId());
	}

	@Test
	void aVersionThatIsNoneOverwritesNobody() {
		ProfileId somebody = this.people.somebody();
		for (String version : List.of("zz", "", "-1", "99999999999")) {
			assertThat(this.mvc.put()
				.uri("/profiles/" + somebody)
				.param("version", version)
				.param("firstName", "Mine")
				.with(SignIn.operator())
				.with(csrf())).as(version).hasStatus(HttpStatus.CONFLICT);
		}
	}

	@Test
	void aReasonThatIsTooLongIsSaidToBeAndTheNoIsTakenWithoutIt() {
		ProfileId somebody = this.people.somebody();
		assertThat(saveDenylist(somebody, Map.of("doNotContact", List.of("email"), "reason", List.of("x".repeat(256)))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("The stops you ticked are saved.");
		assertThat(no(somebody, Purpose.MARKETING_EMAIL).reason()).isNull();
	}

	@Test
	void aNoTickedBesideALiftThatNeedsGroundsIsTaken() {
		ProfileId somebody = this.people.somebody();
		UUID no = own(somebody, Purpose.MARKETING_EMAIL);
		assertThat(
				saveDenylist(somebody, Map.of("shown", List.of("email=" + no, "sms="), "doNotContact", List.of("sms"))))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("The stops you ticked are saved.");
		assertThat(no(somebody, Purpose.MARKETING_SMS).choice()).isEqualTo(Choice.NO);
		assertThat(no(somebody, Purpose.MARKETING_EMAIL).ledgerId()).isEqualTo(no);
	}

	@Test
	void anyChannelCoversTheOthersWithoutLosingThem() {
		ProfileId somebody = this.people.somebody();
		own(somebody, Purpose.MARKETING_EMAIL);
		saveDenylist(somebody, Map.of("doNotContact", List.of("any"), "shown", List.of("any=")));
		assertThat(page(somebody)).bodyText().contains("Covered by Any channel");
		assertThat(this.says.find(somebody).saysNo(Channel.EMAIL)).isTrue();
		assertThat(this.says.find(somebody).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.UNKNOWN);
	}

	@Test
	void whoMayOnlyReadSeesTheStateWithoutButtons() {
		ProfileId somebody = this.people.somebody();
		own(somebody, Purpose.MARKETING_EMAIL);
		assertThat(this.mvc.get().uri("/profiles/" + somebody).with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("by the person themself")
			.doesNotContain("denylist-reason")
			.doesNotContain("purposes/modeling");
		assertThat(this.mvc.post()
			.uri("/profiles/" + somebody + "/do-not-contact")
			.param("doNotContact", "email")
			.with(SignIn.marketer())
			.with(csrf())).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void nobodyConsentsOnAnOperatorsWordAlone() {
		ProfileId somebody = this.people.somebody();
		assertThat(record(somebody, "modeling", "y", null)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(record(somebody, "modeling", "y", "letter")).hasStatus(HttpStatus.FOUND);
		assertThat(this.says.find(somebody).explicit(Purpose.MODELING)).isEqualTo(Choice.YES);
	}

	@Test
	void aSharersNoIsNamedWithTheirPage() {
		Profile one = this.people.create(Map.of("email", "family@posteo.example"));
		Profile other = this.people.create(Map.of("email", "family@posteo.example", "firstName", "Odile"));
		own(other.id(), Purpose.MARKETING_EMAIL);
		assertThat(page(one.id())).bodyText()
			.contains("Odile Lefèvre has the same address")
			.contains("/profiles/" + other.id() + "/history?entry=");
	}

	@Test
	void whoSharesAnAddressIsNamedAndANoOnlyWhereThereIsOne() {
		Profile one = this.people.create(Map.of("email", "pair@posteo.example"));
		Profile other = this.people.create(Map.of("email", "pair@posteo.example", "firstName", "Odile"));
		own(other.id(), Purpose.MARKETING_SMS);
		assertThat(sharing(one)).contains("Others have the same address", "Odile Lefèvre, E-mail")
			.doesNotContainIgnoringCase("no of theirs")
			.doesNotContain("Said no");
		own(other.id(), Purpose.MARKETING_EMAIL);
		assertThat(sharing(one)).contains("A no of theirs counts here too", "Said no: E-mail");
		assertThat(sharing(other)).doesNotContain("Said no");
	}

	@ParameterizedTest
	@CsvSource({ "false, profile.saved.shared", "true, profile.saved.shared.no" })
	void savingSaysThatANoCountsOnlyWhereThereIsOne(boolean refused, String told) {
		Profile other = this.people.create(Map.of("email", "two@posteo.example"));
		ProfileId somebody = this.people.somebody();
		if (refused) {
			own(other.id(), Purpose.MARKETING_ANY);
		}
		MvcTestResult saved = this.mvc.put()
			.uri("/profiles/" + somebody)
			.param("email", "two@posteo.example")
			.with(SignIn.operator())
			.with(csrf())
			.exchange();
		assertThat(flash(saved).get("flash")).extracting("code").isEqualTo(told);
	}

	@Test
	void markupInReasonsIsShownAsText() {
		ProfileId somebody = this.people.somebody();
		saveDenylist(somebody,
				Map.of("doNotContact", List.of("email"), "reason", List.of("<script>alert(1)</script>")));
		assertThat(page(somebody)).bodyText().doesNotContain("<script>alert").contains("&lt;script&gt;alert");
	}

	@Test
	void whoIsNotThereIsNotFound() {
		assertThat(this.mvc.get().uri("/profiles/" + ProfileId.random()).with(SignIn.operator()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri("/profiles/nobody").with(SignIn.operator())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(saveDenylist(ProfileId.random(), Map.of("doNotContact", List.of("email"))))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult page(ProfileId profile) {
		return this.mvc.get().uri("/profiles/" + profile).with(SignIn.operator()).exchange();
	}

	private static String body(MvcTestResult answer) {
		return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private String status(ProfileId profile, String channel) {
		return Jsoup.parse(body(page(profile)))
			.select("[data-test=may-we-contact] [data-channel=" + channel + "]")
			.text();
	}

	private String sharing(Profile profile) {
		return Jsoup.parse(body(page(profile.id()))).select("[data-test=shared-addresses]").text();
	}

	private String today() {
		return this.times.day(this.clock.instant());
	}

	private static Map<String, ?> flash(MvcTestResult answer) {
		return answer.getMvcResult().getFlashMap();
	}

	private static List<String> changes(MvcTestResult saved) {
		Flash told = (Flash) Objects.requireNonNull(flash(saved).get("flash"));
		return Objects.requireNonNull(told.undo()).changes();
	}

	/**
	 * What is told where somebody undoes changes.
	 */
	private String undo(ProfileId profile, List<String> changes, RequestPostProcessor who) {
		MvcTestResult undone = this.mvc.post()
			.uri("/profiles/" + profile + "/undo")
			.param("change", changes.toArray(String[]::new))
			.with(who)
			.with(csrf())
			.exchange();
		assertThat(undone).hasStatus3xxRedirection();
		return ((Flash) Objects.requireNonNull(flash(undone).get("flash"))).code();
	}

	private MvcTestResult saveDenylist(ProfileId profile, Map<String, List<String>> fields) {
		return saveDenylist(profile, fields, SignIn.operator());
	}

	private MvcTestResult saveDenylist(ProfileId profile, Map<String, List<String>> fields, RequestPostProcessor who) {
		var post = this.mvc.post().uri("/profiles/" + profile + "/do-not-contact").with(who).with(csrf());
		fields.forEach((name, values) -> post.param(name, values.toArray(String[]::new)));
		return post.exchange();
	}

	private MvcTestResult record(ProfileId profile, String purpose, String choice, @Nullable String evidence) {
		var put = this.mvc.put()
			.uri("/profiles/" + profile + "/purposes/" + purpose)
			.with(SignIn.operator())
			.with(csrf())
			.param("choice", choice);
		return ((evidence != null) ? put.param("evidence." + purpose, evidence) : put).exchange();
	}

	private Consent no(ProfileId profile, Purpose purpose) {
		return this.says.find(profile).get(purpose).orElseThrow();
	}

	private UUID own(ProfileId profile, Purpose purpose) {
		return this.record
			.record(profile,
					Declaration.bySubject(List.of(Statement.of(purpose, Choice.NO)),
							Evidence.NONE.with("page", "preferences"), "Preferences v3", null))
			.get(0)
			.id();
	}

}
