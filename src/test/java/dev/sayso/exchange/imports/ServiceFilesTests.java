package dev.sayso.exchange.imports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.exchange.file.ColumnTarget;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.WrittenDate;
import dev.sayso.service.ServiceConsole;
import dev.sayso.service.ServiceContent;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.ServiceWords;
import dev.sayso.service.Subscription;
import dev.sayso.service.SubscriptionState;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that subscriptions go out and come in with files of people, by the rules of the
 * say.
 */
@ProductTest
class ServiceFilesTests extends ServiceConsole {

	private static final String MARK = "May hold opt-outs, and is left out";

	@Autowired
	ImportManagement upload;

	@Autowired
	Imports imports;

	@Autowired
	RunImport runImport;

	@Autowired
	ImportRejects rejects;

	@Autowired
	ProfileLookup references;

	@Test
	void aColumnNamedAfterAServiceSubscribesAndUnsubscribes() throws Exception {
		service("letter");
		ProfileId leaving = known("leaving@x.example");
		in(leaving, "letter", operator());
		Import done = bring("email,service.letter\nnew@x.example,yes\nleaving@x.example,no\n"
				+ "never@x.example,unsubscribed\nsilent@x.example,\nended@x.example,ended\n");
		assertThat(done.tally().noes()).isEqualTo(2);
		assertThat(state("new@x.example")).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(state("leaving@x.example")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(subscription("never@x.example").own()).isFalse();
		assertThat(this.subscriptions.find(person("silent@x.example"), "letter")).isEmpty();
		assertThat(this.subscriptions.find(person("ended@x.example"), "letter")).isEmpty();
		LedgerEntry entry = this.ledger.list(person("new@x.example"), null, 1).get(0);
		assertThat(entry.origin()).isEqualTo(Origin.IMPORT);
		assertThat(entry.evidence().facts()).containsEntry("row", 2).containsEntry("note", "a letter");
		assertThat(this.ledger.verify(leaving).holds()).isTrue();
	}

	@Test
	void noYesOfAFileLiftsANoAndAClosedServiceTakesNobody() throws Exception {
		service("letter");
		this.management.create("closed", Channel.SMS,
				new ServiceContent("Closed", "", true, ServiceValidity.ALWAYS, ServiceWords.NONE), People.OPERATOR);
		out(known("left@x.example"), "letter", operator());
		Import done = bring("email,service.letter,service.closed\nleft@x.example,yes,\nnew@x.example,yes,yes\n");
		assertThat(state("left@x.example")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(done.tally().ignored()).isEqualTo(1);
		assertThat(state("new@x.example")).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(this.subscriptions.find(person("new@x.example"), "closed")).isEmpty();
		assertThat(this.rejects.first(done.id(), 10)).extracting(ImportRejects.FaultyCell::code)
			.containsExactly("import.told.closed");
	}

	@Test
	void aNoIsTakenWithItsTimeForEverybodyWhoHasTheAddressAndFromABrokenRowToo() throws Exception {
		service("letter");
		ProfileId one = known("shared@x.example");
		ProfileId two = known("shared@x.example");
		ProfileId late = known("late@x.example");
		in(one, "letter", person());
		in(two, "letter", person());
		in(late, "letter", person());
		bring("email,service.letter,service.letter.time\nshared@x.example,no,2999-01-01\n"
				+ "late@x.example,no,2020-01-01\n");
		assertThat(List.of(one, two)).allMatch((who) -> state(who, "letter") == SubscriptionState.UNSUBSCRIBED);
		assertThat(state(late, "letter")).isEqualTo(SubscriptionState.SUBSCRIBED);
		bring("email,birthDate,service.letter\nlate@x.example,no day,no\n");
		assertThat(state(late, "letter")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	/**
	 * An operator may have unsubscribed whoever is unsubscribed.
	 */
	@ParameterizedTest
	@CsvSource({ "unsubscribed,", "Opted out,", "Abgemeldet,", "désabonné,", "no,2024-05-01", "0," })
	void whoIsUnsubscribedInAFileOfPeopleDidNotSurelySaySo(String cell, String time) throws Exception {
		service("letter");
		bring("email,service.letter,service.letter.time\na@x.example," + cell + "," + ((time != null) ? time : "")
				+ "\n");
		assertThat(subscription("a@x.example").isUnsubscribed()).isTrue();
		assertThat(subscription("a@x.example").own()).isFalse();
	}

	@Test
	void whoLeftSaidSoWhereATimeIsGivenOrEverybodyInTheFileDidOrByHand() throws Exception {
		service("letter");
		bring("email,service.letter,service.letter.time\ntimed@x.example,unsubscribed,2024-05-01 10:00\n"
				+ "today@x.example,opted out,2999-01-01\nplain@x.example,unsubscribed,\n");
		assertThat(subscription("timed@x.example").own()).isTrue();
		assertThat(subscription("timed@x.example").saidAt()).isEqualTo("2024-05-01T10:00:00Z");
		assertThat(subscription("today@x.example").own()).isTrue();
		assertThat(subscription("plain@x.example").own()).isFalse();
		assertThat(this.ledger.list(person("timed@x.example"), null, 1).get(0).evidence().facts()).containsEntry("said",
				"unsubscribed");
		bring("unsubscribed.csv", "email,service.letter\nall@x.example,unsubscribed\n", "");
		assertThat(subscription("all@x.example").own()).isTrue();
		bring("people.csv", "email,service.letter\nhand@x.example,unsubscribed\n",
				CellMeanings.token(1, "own", "unsubscribed"));
		assertThat(subscription("hand@x.example").own()).isTrue();
	}

	@Test
	void aStateThatStandsIsNotSaidAgain() throws Exception {
		service("letter");
		ProfileId operators = known("operators@x.example");
		ProfileId own = known("own@x.example");
		out(operators, "letter", operator());
		out(own, "letter", person());
		String file = "email,service.letter\noperators@x.example,unsubscribed\nown@x.example,unsubscribed\n"
				+ "brought@x.example,unsubscribed\n";
		assertThat(bring(file).tally().noes()).isOne();
		Import again = bring(file);
		assertThat(again.tally()).isEqualTo(new ImportTally(3, 0, 0, 3, 0, 0, 0, 3, 0, 0));
		assertThat(List.of(operators, own, person("brought@x.example")))
			.allMatch((who) -> this.ledger.list(who, null, 9).size() == 1);
		assertThat(subscription("operators@x.example").isTheirs()).isFalse();
	}

	@Test
	void whatIsNoAnswerIsToldAndAColumnOfNoServiceLeftOut() throws Exception {
		service("letter");
		Import done = bring("email,service.letter,service.gone\na@x.example,perhaps,yes\n");
		assertThat(done.plan().targets()).isEqualTo("email\nservice.letter\n");
		assertThat(this.rejects.first(done.id(), 10)).extracting(ImportRejects.FaultyCell::code)
			.contains("import.fault.answer");
	}

	@Test
	void anExportTellsHowPeopleStandAndComesInAgainUnchanged() throws Exception {
		service("letter");
		ProfileId reader = known("reader@x.example");
		in(reader, "letter", operator());
		out(known("left@x.example"), "letter", person());
		known("silent@x.example");
		String file = export("plain_csv");
		assertThat(file.lines().findFirst().orElseThrow()).endsWith(",service.letter");
		assertThat(file.lines().filter((line) -> line.contains("@x.example"))).satisfiesExactlyInAnyOrder(
				(line) -> assertThat(line).endsWith(",subscribed"),
				(line) -> assertThat(line).endsWith(",unsubscribed"), (line) -> assertThat(line).endsWith(","));
		assertThat(export("ndjson")).contains("\"subscriptions\":{\"letter\":\"subscribed\"}");
		bring(file);
		assertThat(this.ledger.list(reader, null, 100)).extracting(LedgerEntry::purpose)
			.filteredOn((purpose) -> purpose.startsWith("service."))
			.hasSize(1);
	}

	private String export(String format) throws Exception {
		MvcTestResult file = this.mvc.post()
			.uri("/exports")
			.param("format", format)
			.with(csrf())
			.with(SignIn.auditor())
			.exchange();
		assertThat(file).hasStatusOk();
		return file.getResponse().getContentAsString(StandardCharsets.UTF_8);
	}

	private ProfileId known(String email) {
		return this.people.create(Map.of("email", email)).id();
	}

	private ProfileId person(String email) {
		return this.references.candidates("email:" + email).get(0).id();
	}

	private SubscriptionState state(String email) {
		return subscription(email).state();
	}

	private Subscription subscription(String email) {
		return this.subscriptions.find(person(email), "letter").orElseThrow();
	}

	@Test
	void aColumnOfAServiceThatIsUsedNoMoreIsLeftOutAndOneOfAStrangersIsMarked() throws Exception {
		post("/services/" + service("letter").slug() + "/archive", Map.of("_method", "put"), SignIn.admin());
		assertThat(columns("email,service.letter\nann@x.example,unsubscribed\n")).doesNotContain(MARK);
		assertThat(columns("email,service.gazette\nann@x.example,unsubscribed\n")).contains(MARK);
	}

	private String columns(String content) throws Exception {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		Import run = this.upload.upload(new ImportFile("Readers", "people.csv", bytes.length),
				new ByteArrayInputStream(bytes), People.OPERATOR);
		assertThat(run.plan().columns()).last().isEqualTo(ColumnTarget.NOTHING);
		return get("/imports/" + run.id() + "/columns").getResponse().getContentAsString();
	}

	private Import bring(String content) throws Exception {
		return bring("people.csv", content, "");
	}

	private Import bring(String name, String content, String meanings) throws Exception {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		Import run = this.upload.upload(new ImportFile("Readers", name, bytes.length), new ByteArrayInputStream(bytes),
				People.OPERATOR);
		ImportPlan plan = run.plan();
		Import tried = move(
				run.tryOut(run.layout(),
						new ImportPlan(plan.targets(), ImportPlan.MatchBy.FIRST, "FR", WrittenDate.Order.DAY_FIRST,
								"a letter", plan.kind(), plan.everybody(), meanings, plan.preset()),
						this.clock.instant(), "Sofie"));
		this.rejects.forget(tried.id());
		Import done = move(tried.start(this.clock.instant(), "Sofie"));
		assertThat(done.tally()).isEqualTo(tried.tally());
		return done;
	}

	private Import move(Import moving) {
		this.imports.save(moving);
		this.runImport.run(moving.id(), () -> false);
		return this.imports.findById(moving.id()).orElseThrow();
	}

}
