package dev.sayso.landing.notice;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.DemoTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.mail.MailContent;
import dev.sayso.mail.MailRequest;
import dev.sayso.mail.Mailbox;
import dev.sayso.mail.Outbox;
import dev.sayso.person.Attribute;
import dev.sayso.person.AttributeValues;
import dev.sayso.person.Attributes;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.person.Profiles;
import dev.sayso.profile.EraseProfile;
import dev.sayso.service.ServiceContent;
import dev.sayso.service.ServiceManagement;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.ServiceWords;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.FullDisk;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links that people have sent to them, and what they are told by mail that was done by
 * one.
 */
@DemoTest
class NoticesTests {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Profiles profiles;

	@Autowired
	ProfileManagement management;

	@Autowired
	Attributes attributes;

	@Autowired
	AttributeValues values;

	@Autowired
	Says says;

	@Autowired
	Outbox outbox;

	@Autowired
	ChangedDetails details;

	@Autowired
	JdbcTemplate jdbc;

	@Autowired
	FullDisk disk;

	@Autowired
	Mailbox mailbox;

	@Autowired
	EraseProfile erase;

	@Autowired
	ServiceManagement services;

	@Autowired
	TransactionTemplate transaction;

	private final String address = "noor" + NUMBER.incrementAndGet() + "@posteo.example";

	@Test
	void aVisitorHasTheirLinkSentToThem() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		this.people.create(Map.of("email", this.address, "firstName", "Noor"));
		assertThat(html("/p/" + page.slug())).contains("href=\"/p/links/" + page.slug() + "\"");
		MvcTestResult known = ask(page, this.address.toUpperCase(java.util.Locale.ROOT));
		MvcTestResult unknown = ask(page, "nobody" + this.address);
		assertThat(known).hasStatus(303);
		assertThat(unknown).hasStatus(303);
		assertThat(Browse.where(known)).isEqualTo(Browse.where(unknown));
		assertThat(html(Browse.where(known))).contains("Look into your mailbox").doesNotContain("<form");
		MailContent mail = this.mailbox.at(this.address, 1).get(0);
		assertThat(html(Mailbox.path(mail))).contains("n•••••@posteo.example");
		assertThat(this.mailbox.at("nobody" + this.address, 1).get(0).parts().get(0).text())
			.contains("We know nobody by this address");
	}

	@Test
	void whatIsTypedIsAnAddressAndGetsOnlySoManyMails() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		MvcTestResult odd = ask(page, "x\r\nBcc: all@verel.example");
		assertThat(odd).hasStatus(422);
		assertThat(Browse.html(odd)).contains("This is no e-mail address");
		for (int time = 0; time < 5; time++) {
			assertThat(ask(page, this.address)).hasStatus(303);
		}
		assertThat(ask(page, "Noor <" + this.address.toUpperCase(java.util.Locale.ROOT) + ">")).hasStatus(303);
		for (String spelling : List.of(this.address + "(1)", "\"" + this.address.replace("@", "\"@"),
				this.address.replace("@", "\\@"), this.address.replace("@", "@[") + "]")) {
			assertThat(ask(page, spelling)).as(spelling).hasStatus(422);
		}
		assertThat(this.mailbox.at(this.address, 3)).hasSize(3);
		assertThat(this.mvc.post()
			.uri("/p/links/" + page.slug())
			.param("field.email", this.address)
			.with(SignIn.operator())).hasStatus(403);
		assertThat(this.mvc.get().uri("/p/links/no-such-page")).hasStatus(404);
	}

	@Test
	void noLinkIsSentToAPageWhoseLinksNameAService() {
		String key = "notice-" + NUMBER.get();
		this.services.create(key, Channel.EMAIL,
				new ServiceContent(key, "", false, ServiceValidity.ALWAYS, new ServiceWords(Map.of(), List.of())),
				People.OPERATOR);
		LandingPage page = this.pages.publish(PageKind.SUBSCRIPTION, "", Map.of());
		assertThat(html("/p/" + page.slug() + "?service=" + key)).contains(key).doesNotContain("/p/links/");
		assertThat(this.mvc.get().uri("/p/links/" + page.slug())).hasStatus(404);
		assertThat(ask(page, this.address)).hasStatus(404);
		LandingPage own = this.pages.publish(PageKind.SUBSCRIPTION, key, Map.of());
		assertThat(html("/p/" + own.slug())).contains("/p/links/" + own.slug());
	}

	@Test
	void aYesByALinkIsToldAndUndoneInOnePress() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		ProfileId person = this.people.create(Map.of("email", this.address, "firstName", "Noor")).id();
		String old = this.address;
		String next = "next" + this.address;
		Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person))
					.tick("channel.email")
					.untick("channel.sms")
					.with("field.email", next)
					.with("field.firstName", "Nora"));
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.YES);
		assertThat(this.profiles.get(person).details().email()).isEqualTo(next);
		assertThat(this.mailbox.at(next, 1)).hasSize(1);
		MailContent mail = this.mailbox.at(old, 1).get(0);
		assertThat(mail.toString()).contains("by your personal link", "E-mail", "First name")
			.doesNotContain(next, "Nora");
		String path = Mailbox.path(mail);
		assertThat(html(path)).contains("Undo all of it").doesNotContain(next, "Nora");
		assertThat(this.profiles.get(person).details().email()).as("to open it undoes nothing").isEqualTo(next);
		assertThat(this.mvc.post().uri(path).with(SignIn.operator())).hasStatus(403);
		assertThat(this.mvc.post().uri(path)).hasStatus(303);
		assertThat(this.profiles.get(person).details().email()).isEqualTo(old);
		assertThat(this.profiles.get(person).details().firstName()).isEqualTo("Noor");
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		assertThat(html(path)).contains("It is again as it was before").doesNotContain("<button");
		int mails = this.outbox.ofProfile(person).size();
		this.mvc.post().uri(path).exchange();
		assertThat(this.outbox.ofProfile(person)).hasSize(mails);
	}

	@Test
	void whoHadTheAddressBeforeUndoesNoStop() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		ProfileId person = this.people.create(Map.of("email", this.address)).id();
		String next = "next" + this.address;
		Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person))
					.tick("channel.email")
					.untick("channel.sms")
					.with("field.email", next));
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
		MailContent mail = this.mailbox.at(this.address, 1).get(0);
		assertThat(mail.toString()).contains("E-mail").doesNotContain("SMS");
		String path = Mailbox.path(mail);
		assertThat(html(path)).contains("Undo all of it").doesNotContain("SMS");
		String receipt = path.substring(path.lastIndexOf('/') + 1);
		assertThat(this.mvc.post().uri("/p/" + page.slug() + "/results/" + receipt + "/undo")).hasStatus(404);
		assertThat(this.mvc.post().uri(path)).hasStatus(303);
		assertThat(this.profiles.get(person).details().email()).isEqualTo(this.address);
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.NO);
	}

	@Test
	void eachRecipientsUndoIsTheirOwn() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		ProfileId person = this.people.create(Map.of("email", this.address)).id();
		String next = "next" + this.address;
		Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person))
					.tick("channel.email")
					.untick("channel.sms")
					.with("field.email", next));
		String before = Mailbox.path(this.mailbox.at(this.address, 1).get(0));
		String now = Mailbox.path(this.mailbox.at(next, 1).get(0));
		assertThat(this.mvc.post().uri(before)).hasStatus(303);
		assertThat(html(before)).contains("It is again as it was before").doesNotContain("<button");
		assertThat(html(now)).contains("Undo all of it", "SMS").doesNotContain("E-mail:");
		assertThat(this.mvc.post().uri(now)).hasStatus(303);
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_SMS)).isEqualTo(Choice.UNKNOWN);
		assertThat(html(now)).contains("It is again as it was before").doesNotContain("<button");
	}

	@Test
	void attributesAreToldAndUndoneToo() {
		Map<Attribute.Type, List<String>> values = Map.of(Attribute.Type.TEXT, List.of("gold", "silver"),
				Attribute.Type.NUMBER, List.of("12.5", "301"), Attribute.Type.DATE, List.of("2026-01-31", "2027-02-01"),
				Attribute.Type.BOOLEAN, List.of("true", "false"));
		values.forEach((type, texts) -> {
			String name = "a" + NUMBER.incrementAndGet() + type.name().toLowerCase(java.util.Locale.ROOT);
			Attribute attribute = this.attributes
				.save(new Attribute(Ids.next(), null, name, "Label of " + name, type, "", Instant.EPOCH));
			LandingPage page = this.pages.publish(PageKind.ACQUISITION, "", Map.of(),
					PageBlock.field("f", new PageField("attribute." + name, false), Map.of()));
			for (boolean known : new boolean[] { true, false }) {
				ProfileId person = this.people.create(Map.of("email", known + name + this.address)).id();
				Object before = known ? attribute.parse(texts.get(0)) : null;
				if (known) {
					this.management.edit(person, null, this.profiles.get(person).details(), Map.of(name, before),
							new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null));
				}
				Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, person))
					.with("field.attribute." + name, texts.get(1)));
				assertThat(this.values.find(person)).containsEntry(name, attribute.parse(texts.get(1)));
				MailContent mail = this.mailbox.of(person, 1).get(0);
				assertThat(mail.toString()).contains("Label of " + name).doesNotContain(texts.get(1) + ".");
				assertThat(this.mvc.post().uri(Mailbox.path(mail))).hasStatus(303);
				assertThat(this.values.find(person).get(name)).as(name).isEqualTo(before);
				assertThat(html(Mailbox.path(mail))).contains("It is again as it was before");
			}
		});
	}

	@Test
	void whereThereIsHardlyAnyRoomAYesIsUndoneAtOnceAndDetailsLater() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		ProfileId person = this.people.create(Map.of("email", this.address, "firstName", "Noor")).id();
		Browse.send(this.mvc,
				Browse.open(this.mvc, this.pages.link(page, person))
					.tick("channel.email")
					.with("field.firstName", "Nora"));
		String path = Mailbox.path(this.mailbox.of(person, 1).get(0));
		this.disk.fill();
		try {
			assertThat(this.mvc.post().uri(path)).hasStatus(303);
		}
		finally {
			this.disk.empty();
		}
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.UNKNOWN);
		assertThat(this.profiles.get(person).details().firstName()).isEqualTo("Nora");
		assertThat(html(path)).contains("Undo all of it", "First name");
		assertThat(this.mvc.post().uri(path)).hasStatus(303);
		assertThat(this.profiles.get(person).details().firstName()).isEqualTo("Noor");
		assertThat(html(path)).contains("It is again as it was before");
	}

	@Test
	void aStopIsToldOnlyWhereThePageSaysSoAndOnce() {
		ProfileId person = this.people.create(Map.of("email", this.address)).id();
		LandingPage silent = this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email");
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(silent, person)).tick("channel.email"));
		assertThat(this.says.find(person).explicit(Purpose.MARKETING_EMAIL)).isEqualTo(Choice.NO);
		assertThat(this.outbox.ofProfile(person)).isEmpty();
		LandingPage telling = this.pages.mailing(BoxMeaning.DO_NOT_CONTACT, "sms");
		for (int time = 0; time < 2; time++) {
			Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(telling, person)).tick("channel.sms"));
		}
		List<MailContent> mails = this.mailbox.of(person, 1);
		assertThat(mails).hasSize(1);
		assertThat(mails.get(0).toString()).contains("SMS");
	}

	@Test
	void mailsGoWithWhoeverIsErased() {
		ProfileId person = this.people.create(Map.of("email", this.address.replace("@posteo", "@MÜNCHEN"))).id();
		String stored = this.address.replace("@posteo", "@münchen");
		UUID waiting = this.transaction
			.execute((status) -> this.outbox.put(new MailRequest("link", stored, null, "en", "preferences")));
		UUID own = this.transaction.execute((status) -> this.outbox
			.put(new MailRequest("change", "x@posteo.example", person, "en", UUID.randomUUID().toString())));
		this.erase.erase(person, People.OPERATOR);
		assertThat(this.outbox.find(waiting)).isEmpty();
		assertThat(this.outbox.find(own)).isEmpty();
	}

	@Test
	void changedDetailsAreForgottenOnceNobodyMayUndoThem() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		ProfileId person = this.people.create(Map.of("email", this.address, "firstName", "Noor")).id();
		Browse.send(this.mvc, Browse.open(this.mvc, this.pages.link(page, person)).with("field.firstName", "Nora"));
		this.details.forgetOld();
		String rows = "select count(*) from changed_details where profile_id = ?";
		assertThat(this.jdbc.queryForObject(rows, Integer.class, person.id())).isOne();
		this.jdbc.update("update changed_details set changed_at = ? where profile_id = ?",
				OffsetDateTime.now(ZoneOffset.UTC).minusDays(31), person.id());
		this.details.forgetOld();
		assertThat(this.jdbc.queryForObject(rows, Integer.class, person.id())).isZero();
	}

	private MvcTestResult ask(LandingPage page, String email) {
		return this.mvc.post()
			.uri("/p/links/" + page.slug())
			.header("Accept-Language", "en")
			.param("field.email", email)
			.exchange();
	}

	private String html(String path) {
		return Browse.html(this.mvc.get().uri(path).header("Accept-Language", "en").exchange());
	}

}
