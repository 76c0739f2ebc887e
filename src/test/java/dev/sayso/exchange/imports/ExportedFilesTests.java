package dev.sayso.exchange.imports;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;
import dev.sayso.person.People;
import dev.sayso.service.ServiceConsole;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what was exported changes nobody's say when it comes in again with its
 * columns as proposed.
 */
@ProductTest
class ExportedFilesTests extends ServiceConsole {

	@Autowired
	ImportManagement upload;

	@Autowired
	Imports imports;

	@Autowired
	RunImport runImport;

	@Autowired
	ImportRejects rejects;

	@Autowired
	RecordSay recordSay;

	@Autowired
	Attributes attributes;

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "csv", "plain_csv", "ndjson" })
	void whatWasExportedComesInAgainAndSaysNothing(String format) throws Exception {
		everySortOfSay();
		Map<String, List<Map<String, Object>>> before = store();
		Import done = bring(file(format), export(format));
		assertThat(done.plan().preset()).isEqualTo("sayso-profiles");
		assertThat(this.rejects.first(done.id(), 20)).isEmpty();
		long people = before.get("profile").size();
		assertThat(done.tally()).isEqualTo(
				new ImportTally(people, 0, 0, people, 0, 0, 0, done.tally().standing(), done.tally().ignored(), 0));
		assertThat(done.tally().ignored()).isZero();
		assertThat(store()).isEqualTo(before);
	}

	/** What a file is named is no reason to take its people for unsubscribed. */
	@ParameterizedTest
	@ValueSource(strings = { "unsubscribed.ndjson", "suppression list.ndjson", "do not contact.csv", "bounced.csv" })
	void theNameOfAnExportSaysNothingEither(String name) throws Exception {
		everySortOfSay();
		Map<String, List<Map<String, Object>>> before = store();
		bring(name, export(name.endsWith(".csv") ? "csv" : "ndjson"));
		assertThat(store()).isEqualTo(before);
	}

	/** People tidy files up before they bring them back. */
	@ParameterizedTest
	@ValueSource(strings = {
			"email,MAY CONTACT E-MAIL,may_contact_email_why,mayContactSmsWhy\n%s,no,OPTED_OUT,OPTED_OUT_ANY\n",
			"email,mayContactCall,maycontactpostalmailwhy,Contact.Email.Allowed\n%s,yes,PENDING,true\n",
			"externalId,summer.web.mayContact,summer.web.mayContactWhy\nnobody-else,no,OPTED_OUT\n",
			"email,contact.whatsApp.allowed,contact.fax.reasons\n%s,false,OPTED_OUT\n",
			"email,SUBSCRIPTIONS.opt-out-news,Service.Letter\n%s,unsubscribed,unsubscribed\n",
			"email,subscriptions.letter.state,subscriptions.No e-mail,service.sms: no\n%s,unsubscribed,opted out,yes\n" })
	void aVerdictOrASubscriptionIsNoSayOfAChannel(String file) throws Exception {
		service("letter");
		ProfileId person = this.people.create(Map.of("email", "who@x.example", "externalId", "nobody-else")).id();
		Import done = bring("people.csv", file.formatted("who@x.example").getBytes());
		assertThat(this.jdbc.sql("select count(*) from consent").query(Long.class).single()).isZero();
		assertThat(done.plan().columns()).noneMatch((target) -> target.isAnswer());
		assertThat(this.subscriptions.find(person, "letter").isPresent()).isEqualTo(file.contains("Letter"));
	}

	@Test
	void whoSharesAnAddressIsFoundByTheIdOfSaysoAndAnIdOfElsewhereByTheRest() throws Exception {
		ProfileId one = person(Map.of("email", "two@x.example"));
		ProfileId two = person(Map.of("email", "two@x.example"));
		Import done = bring("people.csv", ("id,firstName,email,mayContactEmail\n" + one + ",Ann,two@x.example,yes\n"
				+ two + ",Ben,two@x.example,yes\n" + Ids.next() + ",Eva,eva@x.example,yes\n")
			.getBytes());
		assertThat(done.tally()).isEqualTo(new ImportTally(3, 1, 2, 0, 0, 0, 0, 0, 0, 0));
		assertThat(this.jdbc.sql("select first_name from profile where id = ?")
			.param(two.id())
			.query(String.class)
			.single()).isEqualTo("Ben");
	}

	@Test
	void whereTheIdOfSaysoAndTheAddressDisagreeANoIsThatOfTheAddress() throws Exception {
		service("letter");
		ProfileId one = person(Map.of("email", "one@x.example"));
		ProfileId other = person(Map.of("email", "other@x.example"));
		Import done = bring("people.csv",
				("id,email,mayContactEmail,service.letter\n" + one + ",other@x.example,yes,no\n").getBytes());
		assertThat(done.tally().rejected()).isOne();
		assertThat(state(one, "letter")).isNull();
		assertThat(state(other, "letter")).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	@Test
	void anAttributeThatIsGoneIsNotGuessedToBeASay() throws Exception {
		ProfileId one = person(Map.of("email", "one@x.example"));
		Import done = bring("people.csv", ("id,email,attributes.newsletter,attributes.remark,mayContactEmail\n" + one
				+ ",one@x.example,no,opted out,yes\n")
			.getBytes());
		assertThat(done.tally()).isEqualTo(new ImportTally(1, 0, 0, 1, 0, 0, 0, 0, 0, 0));
	}

	private void everySortOfSay() {
		service("letter");
		service("opt-out-club", ServiceValidity.ALWAYS, "daily", "weekly");
		this.attributes.save(new Attribute(Ids.next(), null, "unsubscribed", "Newsletter", Attribute.Type.BOOLEAN, "",
				Instant.EPOCH));
		this.attributes
			.save(new Attribute(Ids.next(), null, "points", "Points", Attribute.Type.NUMBER, "", Instant.EPOCH));
		Declaration own = Declaration.bySubject(List.of(no(Purpose.MARKETING_EMAIL)), Evidence.NONE, "Page", null);
		say(person(Map.of("email", "own@x.example")), own);
		say(person(Map.of("email", "operator@x.example")),
				Declaration.byOperator(People.OPERATOR, List.of(no(Purpose.MARKETING_SMS), no(Purpose.SHARE)), PROOF));
		say(person(Map.of("email", "import@x.example", "externalId", "crm-7")), Declaration.byImport(People.OPERATOR,
				List.of(no(Purpose.MARKETING_CALL)), Evidence.NONE, "Import “Earlier”", false));
		say(person(Map.of("email", "any@x.example")),
				Declaration.bySubject(List.of(no(Purpose.MARKETING_ANY)), Evidence.NONE, "Page", null));
		say(person(Map.of("email", "wait@x.example")), Declaration
			.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, Choice.PENDING)), Evidence.NONE, "Page", null));
		say(person(Map.of("mobile", "+33639980001")), Declaration
			.bySubject(List.of(Statement.of(Purpose.MARKETING_SMS, Choice.YES)), Evidence.NONE, "Page", null));
		person(Map.of("phone", "+33199000001"));
		person(Map.of("street", "1 rue des Tanneurs", "city", "Lyon", "firstName", "No"));
		this.people.somebody();
		say(person(Map.of("email", "shared@x.example")), own);
		ProfileId twin = person(Map.of("email", "shared@x.example"));
		in(twin, "letter", person());
		out(person(Map.of("email", "shared@x.example", "lastName", "Third")), "letter", operator());
		out(person(Map.of("email", "left@x.example")), "letter", person());
		out(person(Map.of("mobile", "+33639980002")), "letter", operator());
		out(person(Map.of("email", "brought@x.example")), "letter", file(false));
		out(person(Map.of("email", "brought-own@x.example")), "letter", file(true));
		ProfileId reader = person(
				Map.of("email", "weekly@x.example", "language", "nl-BE", "timeZone", "Europe/Brussels"));
		this.record.record(reader, person(), SubscriptionStatement.in("opt-out-club", "weekly", null));
		out(reader, "letter", operator());
		this.jdbc.sql("update subscription set state = 'ended' where profile_id = ? and service = 'letter'")
			.param(reader.id())
			.update();
	}

	/** Somebody with these details alone. */
	private ProfileId person(Map<String, String> details) {
		Map<String, String> all = new HashMap<>();
		List.of("externalId", "firstName", "lastName", "email", "mobile", "phone", "street", "postalCode", "city",
				"country")
			.forEach((field) -> all.put(field, ""));
		all.putAll(details);
		return this.people.create(all).id();
	}

	private static Statement no(Purpose purpose) {
		return Statement.of(purpose, Choice.NO);
	}

	private void say(ProfileId person, Declaration by) {
		this.recordSay.record(person, by);
	}

	private Map<String, List<Map<String, Object>>> store() {
		Map<String, List<Map<String, Object>>> rows = new HashMap<>();
		for (String table : List.of("profile", "consent", "subscription", "ledger_entry", "suppression",
				"profile_change")) {
			List<Map<String, Object>> all = new ArrayList<>(
					this.jdbc.sql("select * from " + table).query().listOfRows());
			all.sort((one, other) -> one.toString().compareTo(other.toString()));
			rows.put(table, all.stream().map(ExportedFilesTests::texts).toList());
		}
		return rows;
	}

	/** Bytes as texts, so that two rows compare by what is in them. */
	private static Map<String, Object> texts(Map<String, Object> row) {
		Map<String, Object> texts = new HashMap<>();
		row.forEach((name, value) -> texts.put(name,
				(value instanceof byte[] bytes) ? HexFormat.of().formatHex(bytes) : String.valueOf(value)));
		return texts;
	}

	private byte[] export(String format) {
		MvcTestResult file = this.mvc.post()
			.uri("/exports")
			.param("format", format)
			.with(csrf())
			.with(SignIn.auditor())
			.exchange();
		assertThat(file).hasStatusOk();
		return file.getResponse().getContentAsByteArray();
	}

	private static String file(String format) {
		return format.equals("ndjson") ? "profiles.ndjson" : "profiles.csv";
	}

	private Import bring(String name, byte[] content) throws Exception {
		Import run = this.upload.upload(new ImportFile("Again", name, content.length),
				new ByteArrayInputStream(content), People.OPERATOR);
		Import tried = move(run.tryOut(run.layout(), run.plan(), this.clock.instant(), "Sofie"));
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
