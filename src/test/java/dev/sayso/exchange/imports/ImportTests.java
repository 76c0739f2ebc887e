package dev.sayso.exchange.imports;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.LedgerEntry;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.WrittenDate;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.FullDisk;
import dev.sayso.store.LowDiskException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProductTest
class ImportTests {

	@Autowired
	Suppressions suppressions;

	@Autowired
	ImportManagement upload;

	@Autowired
	Imports imports;

	@Autowired
	RunImport runImport;

	@Autowired
	ImportRejects rejects;

	@Autowired
	Uploads uploads;

	@Autowired
	Clock clock;

	@Autowired
	ProfileLookup references;

	@Autowired
	Says says;

	@Autowired
	RecordSay recordSay;

	@Autowired
	Ledger ledger;

	@Autowired
	EraseProfile erase;

	@Autowired
	People people;

	@Autowired
	FullDisk disk;

	@Test
	void aDryRunTellsWhatTheImportThenDoes() throws Exception {
		String file = "email,firstName,blackListEmail\na@x.example,Ann,false\nb@x.example,Ben,true\nnobody,Bad,false\n";
		Import tried = tryOut(file);
		assertThat(tried.tally()).isEqualTo(new ImportTally(3, 2, 0, 0, 1, 0, 1, 0, 0, 0));
		assertThat(this.references.candidates("email:a@x.example")).isEmpty();
		Import done = start(tried);
		assertThat(done.tally()).isEqualTo(tried.tally());
		assertThat(done.state()).isEqualTo(Import.State.DONE);
		assertThat(choice("b@x.example", Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(this.uploads.has(done.id())).isFalse();
	}

	@Test
	void theLedgerSaysFromWhichFileAndRow() throws Exception {
		start(tryOut("email,blackList\na@x.example,1\n"));
		var entry = this.ledger.list(person("a@x.example").id(), null, 1).get(0);
		assertThat(entry.origin()).isEqualTo(Origin.IMPORT);
		assertThat(entry.source()).isEqualTo("Import “Loyalty cards”");
		assertThat(entry.evidence().facts()).containsEntry("file", "people.csv").containsEntry("row", 2);
	}

	@Test
	void theSecondTimeNothingChanges() throws Exception {
		String file = "email,mobile,firstName,blackListEmail,sms opt-in\na@x.example,+33644601245,Ann,true,yes\n"
				+ "b@x.example,,Ben,false,no\n";
		start(tryOut(file));
		int entries = this.ledger.count(person("a@x.example").id());
		Import again = start(tryOut(file));
		assertThat(again.tally()).isEqualTo(new ImportTally(2, 0, 0, 2, 0, 0, 0, 2, 0, 0));
		assertThat(this.ledger.count(person("a@x.example").id())).isEqualTo(entries);
	}

	@Test
	void aYesOfAFileLiftsNoNo() throws Exception {
		Profile person = this.people.create(Map.of("email", "a@x.example"));
		this.recordSay.record(person.id(), Declaration
			.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.NO)), Evidence.NONE, "Preferences", null));
		Import done = start(tryOut("email,email opt-in,sms opt-in\na@x.example,yes,yes\n"));
		assertThat(done.tally().ignored()).isOne();
		assertThat(choice("a@x.example", Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(choice("a@x.example", Purpose.MARKETING_SMS)).isEqualTo(Choice.YES);
	}

	@Test
	void whereARowSaysBothTheNoWins() throws Exception {
		Import done = start(tryOut("email,email opt-in,blackListEmail\na@x.example,yes,yes\n"));
		assertThat(choice("a@x.example", Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(done.tally().ignored()).isOne();
	}

	@Test
	void anEmptyCellLeavesWhatIsKnown() throws Exception {
		this.people.create(Map.of("email", "a@x.example", "firstName", "Ann", "city", "Gent"));
		start(tryOut("email,firstName,city\nA@X.example,,Brugge\n"));
		assertThat(person("a@x.example").details().firstName()).isEqualTo("Ann");
		assertThat(person("a@x.example").details().city()).isEqualTo("Brugge");
	}

	@Test
	void rejectsNameRowColumnValueAndReason() throws Exception {
		this.people.create(Map.of("email", "shared@x.example", "externalId", "one"));
		this.people.create(Map.of("email", "shared@x.example", "externalId", "two"));
		Import tried = tryOut(
				"email,mobile,blackListEmail\nnope,12,maybe\nshared@x.example,,\n\"open,,\nok@x.example,,\n");
		assertThat(this.rejects.first(tried.id(), 10)).containsExactly(
				new ImportRejects.FaultyCell(2, "", "", "import.fault.key"),
				new ImportRejects.FaultyCell(2, "blackListEmail", "maybe", "import.fault.answer"),
				new ImportRejects.FaultyCell(2, "email", "nope", "profile.fault.email"),
				new ImportRejects.FaultyCell(2, "mobile", "12", "profile.fault.mobile"),
				new ImportRejects.FaultyCell(3, "email", "shared@x.example", "import.fault.ambiguous"),
				new ImportRejects.FaultyCell(4, "", "", "import.fault.quotes"));
		assertThat(tried.tally().lost()).isOne();
		assertThat(tried.tally().added()).isOne();
	}

	@Test
	void anExternalIdThatSomebodyElseHasIsLeftOutOfItsRow() throws Exception {
		this.people.create(Map.of("email", "one@x.example", "externalId", "taken"));
		this.people.create(Map.of("email", "two@x.example"));
		Import run = upload("externalId,email\ntaken,x@x.example\n,two@x.example\nnew,new@x.example\n");
		ImportPlan byEmail = new ImportPlan(run.plan().targets(), ImportPlan.MatchBy.EMAIL, "FR",
				WrittenDate.Order.DAY_FIRST, "", ImportPlan.Kind.PEOPLE, "", "", "");
		Import done = start(run(run.tryOut(run.layout(), byEmail, this.clock.instant(), "Sofie")));
		assertThat(done.tally()).isEqualTo(new ImportTally(3, 2, 0, 1, 0, 1, 0, 0, 0, 0));
		assertThat(this.rejects.first(done.id(), 5)).extracting(ImportRejects.FaultyCell::code)
			.containsExactly("import.fault.taken");
	}

	@Test
	void whatWasInterruptedGoesOnExactlyThere() throws Exception {
		StringBuilder file = new StringBuilder("email,blackList\n");
		for (int i = 0; i < 350; i++) {
			file.append("p").append(i).append("@x.example,1\n");
		}
		Import started = tryOut(file.toString()).start(this.clock.instant(), "Sofie");
		this.imports.save(started);
		AtomicInteger polls = new AtomicInteger();
		this.runImport.run(started.id(), () -> polls.incrementAndGet() > 150);
		Import stopped = this.imports.findById(started.id()).orElseThrow();
		assertThat(stopped.state()).isEqualTo(Import.State.RUNNING);
		assertThat(stopped.tally().rowsRead()).isBetween(1L, 349L);
		assertThat(stopped.isInterrupted(this.clock.instant())).isFalse();
		assertThat(stopped.isInterrupted(this.clock.instant().plusSeconds(16))).isTrue();
		this.runImport.run(started.id(), () -> false);
		Import done = this.imports.findById(started.id()).orElseThrow();
		assertThat(done.state()).isEqualTo(Import.State.DONE);
		assertThat(done.tally()).isEqualTo(new ImportTally(350, 350, 0, 0, 0, 0, 350, 0, 0, 0));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whatFindsNoRoomStopsAndGoesOnOnceThereIs(boolean dry) throws Exception {
		String file = "email,firstName,blackListEmail\n" + IntStream.range(0, 350)
			.mapToObj((i) -> "p%d@x.example,Ann,%s\n".formatted(i, i % 2 == 0))
			.collect(Collectors.joining());
		Import begun = dry ? upload(file) : tryOut(file);
		Import moving = dry ? tried(begun) : begun.start(this.clock.instant(), "Sofie");
		this.rejects.forget(moving.id());
		this.imports.save(moving);
		AtomicInteger polls = new AtomicInteger();
		assertThatExceptionOfType(LowDiskException.class).isThrownBy(() -> this.runImport.run(moving.id(), () -> {
			if (polls.incrementAndGet() == 150) {
				this.disk.fill();
			}
			return false;
		}));
		Import stopped = this.imports.findById(moving.id()).orElseThrow();
		assertThat(stopped.state()).isEqualTo(moving.state());
		assertThat(stopped.tally().rowsRead()).isEqualTo(100);
		assertThat(this.rejects.first(moving.id(), 5)).isEmpty();
		this.disk.empty();
		this.runImport.run(moving.id(), () -> false);
		assertThat(this.imports.findById(moving.id()).orElseThrow().tally())
			.isEqualTo(new ImportTally(350, 350, 0, 0, 0, 0, 175, 0, 0, 0));
		assertThat(this.rejects.first(moving.id(), 5)).isEmpty();
	}

	@AfterEach
	void room() {
		this.disk.empty();
	}

	/**
	 * A dry run keeps nothing from one batch to the next.
	 */
	@Test
	void aDryRunCountsThePersonOfManyRowsAsTheImportDoes() throws Exception {
		this.people.create(Map.of("email", "known@x.example", "firstName", "Kim"));
		StringBuilder file = new StringBuilder("externalId,email,mobile,firstName,blackListEmail\n");
		for (int i = 0; i < 250; i++) {
			file.append(",p").append(i).append("@x.example,,,\n");
			if (i % 60 == 0) {
				file.append(",twice@x.example,,Ann,1\n,known@x.example,,Kit,1\n");
			}
		}
		file.append("crm-1,chain@x.example,,Eva,1\n".repeat(1)).append(",q@x.example,,,\n".repeat(120));
		file.append(",chain@x.example,+33644601245,Eva,1\n").append(",r@x.example,,,\n".repeat(120));
		file.append(",,+33644601245,Eva,1\n");
		Import tried = tryOut(file.toString());
		Import done = start(tried);
		assertThat(done.tally()).isEqualTo(tried.tally());
		assertThat(done.tally().noes()).isEqualTo(3);
	}

	/**
	 * The same in a list of addresses.
	 */
	@Test
	void aDryRunKeepsAnAddressOnce() throws Exception {
		StringBuilder file = new StringBuilder("email\nk@x.example\n");
		for (int i = 0; i < 150; i++) {
			file.append("p").append(i).append("@x.example\n");
		}
		file.append("K@x.example\n");
		Import run = upload(file.toString());
		ImportPlan addresses = new ImportPlan(run.plan().targets(), ImportPlan.MatchBy.FIRST, "FR",
				WrittenDate.Order.DAY_FIRST, "", ImportPlan.Kind.SUPPRESSIONS, "marketing.email", "", "");
		Import tried = run(run.tryOut(run.layout(), addresses, this.clock.instant(), "Sofie"));
		assertThat(tried.tally().noes()).isEqualTo(151);
		assertThat(tried.tally().standing()).isOne();
		assertThat(start(tried).tally()).isEqualTo(tried.tally());
	}

	@Test
	void aLineOfJsonIsNamedByItsNumberInTheFile() throws Exception {
		Import done = start(tryOut("""
				{"email":"a@x.example","unsubscribed":true}

				{"email":"b@x.example","unsubscribed":"perhaps","street":"two\\nlines"}
				{"email":"c@x.example","unsubscribed":true}
				{"email":"d@x.example"
				"""));
		assertThat(this.rejects.first(done.id(), 5)).extracting(ImportRejects.FaultyCell::line).containsExactly(3L, 5L);
		assertThat(this.rejects.header(done.id())).doesNotContain("sayso:line");
		var entry = this.ledger.list(person("c@x.example").id(), null, 1).get(0);
		assertThat(entry.evidence().facts()).containsEntry("row", 4);
	}

	@ParameterizedTest
	@CsvSource({ "sendgrid-spam, marketing.email, complaint", "mailchimp-cleaned, undeliverable, hard-bounce" })
	void whatAToolSaysOfAddressesIsTheirReason(String preset, String everybody, String reason) throws Exception {
		Import run = upload("email\nk@x.example\n");
		ImportPlan addresses = new ImportPlan(run.plan().targets(), ImportPlan.MatchBy.FIRST, "FR",
				WrittenDate.Order.DAY_FIRST, "", ImportPlan.Kind.SUPPRESSIONS, everybody, "", preset);
		Import done = start(run(run.tryOut(run.layout(), addresses, this.clock.instant(), "Sofie")));
		assertThat(done.tally().rejected()).isZero();
		assertThat(this.suppressions.find(Map.of(Channel.EMAIL, "k@x.example"))).singleElement()
			.satisfies((kept) -> assertThat(kept.reason().key()).isEqualTo(reason));
	}

	@Test
	void anImportOfAddressesSpeaksOfAddresses() throws Exception {
		Import run = upload("email\nk@x.example\n");
		ImportPlan addresses = new ImportPlan(run.plan().targets(), ImportPlan.MatchBy.FIRST, "FR",
				WrittenDate.Order.DAY_FIRST, "", ImportPlan.Kind.SUPPRESSIONS, "marketing.email", "", "");
		Import tried = run(run.tryOut(run.layout(), addresses, this.clock.instant(), "Sofie"));
		ImportView view = new ImportView(tried, false, false, true, List.of());
		assertThat(view.added()).isEqualTo("import.tally.kept");
		assertThat(view.unchanged()).isEqualTo("import.tally.kept.already");
		assertThat(view.start()).isEqualTo("import.start.addresses");
	}

	@Test
	void aDryRunThatWasKilledOrFailedNeverSaysThatItImported() throws Exception {
		Import run = upload("email,blackList\na@x.example,1\n");
		Import trying = run.tryOut(run.layout(), run.plan(), this.clock.instant(), "Sofie");
		ImportView killed = new ImportView(trying, false, true, true, List.of());
		assertThat(killed.interruption()).isEqualTo("import.interrupted.tried");
		assertThat(killed.title()).isEqualTo("import.tried.part");
		Import failed = trying.fail("import.failure.file", this.clock.instant());
		ImportView view = new ImportView(failed, false, false, true, List.of());
		assertThat(view.state()).isEqualTo("import.state.TRY_FAILED");
		assertThat(view.isDryRun()).isTrue();
		assertThat(view.step()).isEqualTo(3);
		assertThat(view.startable()).isFalse();
		assertThat(view.matchable()).isTrue();
	}

	@Test
	void whoIsErasedGoesFromFilesAndRejects() throws Exception {
		ProfileId person = this.people.create(Map.of("email", "gone@x.example")).id();
		Import tried = tryOut("email,mobile\ngone@x.example,12\n\"gone@x.example,\n");
		List<String> values = new ArrayList<>();
		this.rejects.each(tried.id(), (reject) -> values.addAll(reject.cells()));
		assertThat(values).contains("gone@x.example");
		values.clear();
		this.erase.erase(person, People.OPERATOR);
		assertThat(this.uploads.has(tried.id())).isFalse();
		this.rejects.each(tried.id(), (reject) -> values.addAll(reject.cells()));
		assertThat(values).noneMatch((value) -> value.contains("gone"));
	}

	private Import tryOut(String content) throws Exception {
		return run(tried(upload(content)));
	}

	private Import tried(Import run) {
		ImportPlan plan = run.plan();
		return run.tryOut(
				run.layout(), new ImportPlan(plan.targets(), ImportPlan.MatchBy.FIRST, "FR",
						WrittenDate.Order.DAY_FIRST, "a letter", plan.kind(), plan.everybody(), "", plan.preset()),
				this.clock.instant(), "Sofie");
	}

	private Import upload(String content) throws Exception {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		return this.upload.upload(new ImportFile("Loyalty cards", "people.csv", bytes.length),
				new ByteArrayInputStream(bytes), People.OPERATOR);
	}

	private Import start(Import tried) {
		this.rejects.forget(tried.id());
		return run(tried.start(this.clock.instant(), "Sofie"));
	}

	private Import run(Import moving) {
		this.imports.save(moving);
		this.runImport.run(moving.id(), () -> false);
		return this.imports.findById(moving.id()).orElseThrow();
	}

	private Profile person(String email) {
		return this.references.candidates("email:" + email).get(0);
	}

	private Choice choice(String email, Purpose purpose) {
		return this.says.find(person(email).id()).explicit(purpose);
	}

}
