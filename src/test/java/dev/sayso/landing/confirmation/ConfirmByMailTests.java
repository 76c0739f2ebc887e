package dev.sayso.landing.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.DemoTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.PendingOptIns;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.consent.suppression.AddressOwners;
import dev.sayso.consent.suppression.Suppressions;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.Submission;
import dev.sayso.mail.MailContent;
import dev.sayso.mail.Mailbox;
import dev.sayso.mail.Outbox;
import dev.sayso.person.People;
import dev.sayso.person.Profiles;
import dev.sayso.service.RecordSubscription;
import dev.sayso.service.ServiceContent;
import dev.sayso.service.ServiceManagement;
import dev.sayso.service.ServiceValidity;
import dev.sayso.service.ServiceWords;
import dev.sayso.service.SubscriptionState;
import dev.sayso.service.SubscriptionStatement;
import dev.sayso.service.Subscriptions;
import dev.sayso.shared.Channel;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.FullDisk;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opt-ins of visitors that wait until whoever has the address presses the button of a
 * page to which only a mail leads.
 */
@DemoTest
class ConfirmByMailTests {

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
	AddressOwners owners;

	@Autowired
	Suppressions suppressions;

	@Autowired
	Says says;

	@Autowired
	RecordSay record;

	@Autowired
	PendingOptIns pending;

	@Autowired
	Ledger ledger;

	@Autowired
	Outbox outbox;

	@Autowired
	AskForConfirmation ask;

	@Autowired
	MailedConfirmations confirmations;

	@Autowired
	ConfirmByMail act;

	@Autowired
	ConfirmationManagement management;

	@Autowired
	FullDisk disk;

	@Autowired
	Mailbox mailbox;

	@Autowired
	ServiceManagement services;

	@Autowired
	Subscriptions subscriptions;

	@Autowired
	RecordSubscription subscribe;

	@Autowired
	PublishedPages published;

	@Autowired
	ApplicationEventPublisher events;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	JdbcTemplate jdbc;

	private final String address = "maud" + NUMBER.incrementAndGet() + "@posteo.example";

	@Test
	void aYesWaitsUntilTheButtonOfTheMailIsPressed() {
		MvcTestResult sent = send(this.pages.mailing(BoxMeaning.IN_OR_OUT, "email", "sms"), "channel.email");
		assertThat(sent).hasStatus(303);
		assertThat(Browse.follow(this.mvc, sent)).contains("nothing of it holds until you confirm it there");
		ProfileId person = person();
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=p", "sms=dn");
		MailContent mail = mails(person, 1).get(0);
		assertThat(mail.subject()).startsWith("Please confirm for Maison");
		assertThat(mail.toString()).contains("By <b>email").doesNotContain("asked us to stop");
		String path = path(mail);
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
			assertThat(this.mvc.method(method).uri(path)).hasStatusOk();
		}
		assertThat(explicit(person)).contains("email=p");
		assertThat(html(path)).contains("Yes, I confirm", "m•••••@posteo.example", "By &lt;b&gt;email")
			.doesNotContain(this.address);
		assertThat(press(path, "confirm")).hasStatus(303);
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=y", "sms=dn");
		assertThat(this.ledger.list(person, null, 1).get(0).evidence().facts()).containsEntry("reachedBy",
				"confirmation");
		assertThat(this.says.find(person).get(Purpose.MARKETING_EMAIL).orElseThrow().own()).isTrue();
		int entries = this.ledger.list(person, null, 100).size();
		assertThat(html(path)).containsSubsequence("Confirmed", "By &lt;b&gt;email").doesNotContain("<button", "sms");
		assertThat(press(path, "stop")).hasStatus(303);
		assertThat(this.ledger.list(person, null, 100)).as("an answer is one").hasSize(entries);
	}

	@Test
	void confirmingEndsEveryNoAtTheAddressAndTheMailSaysSoFirst() {
		ProfileId oldest = known();
		ProfileId other = known();
		ProfileId third = known();
		own(oldest, Purpose.MARKETING_EMAIL, Choice.NO);
		own(other, Purpose.MARKETING_ANY, Choice.NO);
		own(third, Purpose.MARKETING_EMAIL, Choice.YES);
		send(this.pages.mailing(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		assertThat(explicit(oldest)).containsExactly("email=n");
		MailContent mail = mails(oldest, 1).get(0);
		assertThat(mail.parts().get(0).text()).startsWith("Someone at this address asked us to stop on ");
		assertThat(html(path(mail))).contains("Someone at this address asked us to stop on ");
		press(path(mail), "confirm");
		assertThat(explicit(oldest)).containsExactly("email=y");
		assertThat(this.says.find(other).saysNoToAny()).isFalse();
		assertThat(this.says.find(other).saysNo(Channel.EMAIL)).isFalse();
		assertThat(explicit(other)).as("nothing else is opened").contains("sms=n", "call=n");
		assertThat(explicit(third)).containsExactly("email=y");
		assertThat(this.pending.list(oldest)).isEmpty();
	}

	@Test
	void confirmingEndsANoThatWasKeptForTheAddressAlone() {
		send(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email"), "channel.email");
		assertThat(kept()).isTrue();
		send(this.pages.mailing(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		ProfileId person = person();
		assertThat(explicit(person)).as("the no came back with the address").containsExactly("email=n");
		MailContent mail = mails(person, 1).get(0);
		assertThat(mail.parts().get(0).text()).startsWith("Someone at this address asked us to stop on ");
		press(path(mail), "confirm");
		assertThat(explicit(person)).containsExactly("email=y");
		assertThat(kept()).isFalse();
	}

	@Test
	void aKeptNoStaysWhereNobodyConfirms() {
		send(this.pages.form(BoxMeaning.DO_NOT_CONTACT, "email"), "channel.email");
		send(this.pages.mailing(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		press(path(mails(person(), 1).get(0)), "stop");
		assertThat(explicit(person())).containsExactly("email=n");
		assertThat(kept()).isTrue();
	}

	private boolean kept() {
		return !this.suppressions.find(Map.of(Channel.EMAIL, this.address)).isEmpty();
	}

	@Test
	void whoDidNotAskDropsIt() {
		send(this.pages.mailing(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		ProfileId person = person();
		String path = path(mails(person, 1).get(0));
		assertThat(press(path, "stop")).hasStatus(303);
		assertThat(explicit(person)).containsExactly("email=dn");
		assertThat(html(path)).contains("Nothing was taken");
		press(path, "confirm");
		assertThat(explicit(person)).containsExactly("email=dn");
	}

	@Test
	void aNoThatCameSinceStandsAndNobodySpeaksAsThePerson() {
		ProfileId person = known();
		send(this.pages.mailing(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		String path = path(mails(person, 1).get(0));
		assertThat(this.mvc.post().uri(path).param("confirm", "on").with(SignIn.operator())).hasStatus(403);
		own(person, Purpose.MARKETING_EMAIL, Choice.NO);
		assertThat(html(path)).contains("Nothing waits here any more");
		press(path, "confirm");
		assertThat(explicit(person)).containsExactly("email=n");
		assertThat(this.mvc.get().uri(path.substring(0, path.length() - 9))).hasStatus(404);
	}

	@Test
	void detailsOfAKnownPersonChangeOnceTheyConfirmThem() {
		ProfileId person = known();
		Browse.send(this.mvc, opened(this.pages.mailing(BoxMeaning.CONTACT_ME, "email")).with("field.firstName", "Noor")
			.tick("channel.email"));
		assertThat(this.profiles.get(person).details().firstName()).isEqualTo("Maud");
		String path = path(mails(person, 1).get(0));
		assertThat(html(path)).contains("Noor").doesNotContain("Maud");
		press(path, "confirm");
		assertThat(this.profiles.get(person).details().firstName()).isEqualTo("Noor");
	}

	@Test
	void knownAndUnknownAreAskedAlikeAlsoWhoIsKnownByTheirNumberAlone() {
		this.people.create(Map.of("email", "other@posteo.example", "mobile", "+33639981299"));
		LandingPage page = this.pages.mailing(BoxMeaning.CONTACT_ME, "email");
		MvcTestResult sent = Browse.send(this.mvc,
				opened(page).with("field.mobile", "+33639981299").tick("channel.email"));
		assertThat(sent).hasStatus(303);
		assertThat(mails(person(), 1)).hasSize(1);
	}

	@Test
	void aFormIsFiledUnderWhoeverHasTheAddressItIsConfirmedAt() {
		ProfileId other = this.people.create(Map.of("mobile", "+33639981288")).id();
		ProfileId person = known();
		assertThat(Browse.send(this.mvc,
				opened(this.pages.mailing(BoxMeaning.CONTACT_ME, "email")).with("field.mobile", "+33639981288")
					.with("field.firstName", "Noor")
					.tick("channel.email")))
			.hasStatus(303);
		assertThat(forms(person)).isOne();
		assertThat(forms(other)).isZero();
	}

	@Test
	void whoIsKnownByTheirNumberAloneIsAskedNothingAtAnAddressOfOthers() {
		ProfileId other = this.people.create(Map.of("mobile", "+33639981277")).id();
		String service = service(ServiceWords.Confirmation.OWN);
		LandingPage page = this.pages.publish(PageKind.ACQUISITION, "", Map.of(),
				PageBlock.field("e", new PageField("email", true), Map.of()),
				PageBlock.field("m", new PageField("mobile", false), Map.of()),
				PageBlock.service("s", service, BoxMeaning.CONTACT_ME, Map.of()));
		assertThat(Browse.send(this.mvc, opened(page).with("field.mobile", "+33639981277").tick("service." + service)))
			.hasStatus(303);
		assertThat(this.subscriptions.find(other, service)).isEmpty();
		assertThat(state(person(), service)).isEqualTo(SubscriptionState.PENDING);
		assertThat(mails(person(), 1)).hasSize(1);
		asked(other, service);
		assertThat(mails(other, 1).get(0).toString()).contains("so nothing was changed by it")
			.doesNotContain("A letter each Monday");
	}

	/**
	 * A mail answers for its own address: what comes to a number typed beside it waits.
	 */
	@Test
	void noMailOpensWhatComesToANumberTypedBesideItsAddress() {
		String number = "+336399812" + (10 + NUMBER.incrementAndGet() % 60);
		LandingPage page = this.pages.mailing(BoxMeaning.CONTACT_ME, "email", "sms", "any", "personalize.content");
		MvcTestResult sent = Browse.send(this.mvc,
				opened(page).with("field.mobile", number)
					.tick("channel.email")
					.tick("channel.sms")
					.tick("channel.any")
					.tick("purpose.personalize.content"));
		assertThat(Browse.follow(this.mvc, sent)).containsSubsequence("By &lt;b&gt;email",
				"We write to the e-mail address that you gave.", "By &lt;b&gt;sms", "That mail is not enough for this");
		MailContent mail = mails(person(), 1).get(0);
		assertThat(mail.toString()).contains("By <b>email").doesNotContain("By <b>sms", "By <b>any");
		press(path(mail), "confirm");
		assertThat(explicit(person())).containsExactlyInAnyOrder("any=p", "email=y", "sms=p", "personalize.content=y");
		assertThat(console(person())).contains("SMS");
	}

	@Test
	void whatComesToANumberIsAskedOfWhoeverHasIt() {
		String number = "+336399813" + (10 + NUMBER.incrementAndGet() % 60);
		ProfileId theirs = this.people.create(Map.of("mobile", number)).id();
		LandingPage page = this.pages.mailing(BoxMeaning.CONTACT_ME, "email", "sms");
		assertThat(Browse.send(this.mvc, opened(page).with("field.mobile", number).tick("channel.sms"))).hasStatus(303);
		assertThat(explicit(theirs)).containsExactly("sms=p");
		assertThat(this.owners.find(People.details(Map.of("email", this.address)))).as("no second profile").isEmpty();
		assertThat(this.outbox.ofProfile(theirs)).as("no mail asks about a number").isEmpty();
		Browse.send(this.mvc, opened(page).with("field.mobile", number).tick("channel.sms").tick("channel.email"));
		MailContent mail = mails(person(), 1).get(0);
		press(path(mail), "confirm");
		assertThat(explicit(person())).containsExactly("email=y");
		assertThat(this.profiles.get(person()).details().mobile()).as("the number stays whose it is").isNull();
		assertThat(explicit(theirs)).containsExactly("sms=p");
	}

	@ParameterizedTest
	@CsvSource({ "phone, +33199004217, any=p", "city, Lyon, any=p", "firstName, Maud, any=y" })
	void noMailOpensCallsOrLettersWhateverWasTypedBesideItsAddress(String field, String typed, String any) {
		LandingPage page = this.pages.mailing(List.of(new PageField("email", true), new PageField(field, false)),
				Stream.of("email", "call", "postalMail", "any")
					.map((channel) -> new PageBox(channel, BoxMeaning.CONTACT_ME))
					.toArray(PageBox[]::new));
		MvcTestResult sent = Browse.send(this.mvc,
				opened(page).with("field." + field, typed)
					.tick("channel.email")
					.tick("channel.call")
					.tick("channel.postalMail")
					.tick("channel.any"));
		assertThat(Browse.follow(this.mvc, sent)).contains("By &lt;b&gt;call", "That mail is not enough for this");
		press(path(mails(person(), 1).get(0)), "confirm");
		assertThat(explicit(person())).containsExactlyInAnyOrder(any, "email=y", "call=p", "postalMail=p");
	}

	@Test
	void whoAsksForMailAndMessagesAtOnceIsAnsweredAlikeKnownOrNot() {
		LandingPage page = this.pages.mailing(new PageBox("email", BoxMeaning.CONTACT_ME),
				new PageBox("sms", BoxMeaning.CONTACT_ME), new PageBox("call", BoxMeaning.DO_NOT_CONTACT));
		String number = "+336399815" + (10 + NUMBER.incrementAndGet() % 60);
		ProfileId person = known();
		assertThat(both(page, number)).hasStatus(303);
		assertThat(this.jdbc.queryForObject("select count(*) from pending_details where profile_id = ?", Integer.class,
				person.id()))
			.isOne();
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=p", "sms=p", "call=n");
		String others = "+336399816" + (10 + NUMBER.incrementAndGet() % 60);
		ProfileId other = this.people.create(Map.of("mobile", others)).id();
		assertThat(both(page, others)).hasStatus(303);
		assertThat(explicit(other)).containsExactlyInAnyOrder("sms=p", "call=n");
		press(path(mails(person, 2).get(1)), "confirm");
		assertThat(this.profiles.get(person).details().firstName()).isEqualTo("Noor");
	}

	private MvcTestResult both(LandingPage page, String number) {
		return Browse.send(this.mvc,
				opened(page).with("field.mobile", number)
					.with("field.firstName", "Noor")
					.tick("channel.email")
					.tick("channel.sms")
					.tick("channel.call"));
	}

	@Test
	void theNoesOfAFormAreTakenWhateverIsThereTwice() {
		LandingPage page = this.pages.mailing(new PageBox("email", BoxMeaning.CONTACT_ME),
				new PageBox("sms", BoxMeaning.DO_NOT_CONTACT));
		ProfileId person = known();
		this.jdbc.update("delete from pending_details");
		this.jdbc.update("insert into pending_details (submission_id, profile_id, page_id, at, fields)"
				+ " values (?, ?, ?, current_timestamp, '{}')", Ids.next(), Ids.next(), page.id());
		this.jdbc.execute("create unique index pending_details_test_ix on pending_details (page_id)");
		try {
			assertThat(Browse.send(this.mvc,
					opened(page).with("field.firstName", "Noor").tick("channel.email").tick("channel.sms")))
				.hasStatus(422)
				.bodyText()
				.contains("We have taken your no", "anything but a no");
		}
		finally {
			this.jdbc.execute("drop index pending_details_test_ix");
			this.jdbc.update("delete from pending_details");
		}
		assertThat(explicit(person)).containsExactly("sms=n");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void whetherOthersHaveANumberShowsNowhereButInTheConsole(boolean others) {
		String number = "+336399817" + (10 + NUMBER.incrementAndGet() % 60);
		if (others) {
			this.people.create(Map.of("mobile", number));
		}
		LandingPage page = this.pages.mailing(BoxMeaning.CONTACT_ME, "email");
		assertThat(Browse.send(this.mvc, opened(page).with("field.mobile", number).tick("channel.email")))
			.hasStatus(303);
		ProfileId person = person();
		String path = path(mails(person, 1).get(0));
		for (int known = 0; known < 2; known++) {
			assertThat(html(path)).doesNotContain("mobile", "•" + number.substring(10), number.substring(3));
			press(path, "confirm");
			assertThat(explicit(person)).containsExactly("email=y");
			assertThat(this.profiles.get(person).details().mobile()).isNull();
			assertThat(html(this.pages.link(page, person))).doesNotContain("•" + number.substring(10));
			assertThat(console(person)).contains(number);
			Browse.send(this.mvc,
					opened(page).with("field.mobile", number).with("field.firstName", "Noor").tick("channel.email"));
			path = path(mails(person, 2).get(1));
		}
		assertThat(this.profiles.get(person).details().firstName()).isEqualTo("Noor");
	}

	@Test
	void anAddressGetsOnlySoManyMailsADayAndTheConsoleSaysSo() {
		LandingPage page = this.pages.mailing(BoxMeaning.CONTACT_ME, "email");
		for (int time = 0; time < 4; time++) {
			assertThat(send(page, "channel.email")).hasStatus(303);
		}
		ProfileId person = person();
		assertThat(mails(person, 3)).hasSize(3);
		assertThat(console(person)).contains("as many as it gets in a day");
		MvcTestResult again = this.mvc.post()
			.uri("/confirmations/" + person + "/mails")
			.with(SignIn.operator())
			.with(csrf())
			.exchange();
		assertThat(again).hasStatus(302);
		assertThat(mails(person, 3)).hasSize(3);
		assertThat(this.mvc.post().uri("/confirmations/" + person + "/mails").with(SignIn.marketer()).with(csrf()))
			.hasStatus(403);
	}

	@Test
	void oneReminderGoesAndAfterThirtyDaysNothingWaits() {
		send(this.pages.mailing(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		ProfileId person = person();
		String path = path(mails(person, 1).get(0));
		assertThat(this.ask.remind()).as("too early").isZero();
		asked(person, Duration.ofDays(4));
		assertThat(this.ask.remind()).isOne();
		assertThat(this.ask.remind()).isZero();
		assertThat(mails(person, 2).get(1).subject()).startsWith("Still to confirm");
		asked(person, Duration.ofDays(31));
		assertThat(html(path)).contains("Nothing waits here any more");
		press(path, "confirm");
		assertThat(explicit(person)).doesNotContain("email=y");
	}

	@Test
	void aPageThatPromisesNoMailSendsNone() {
		send(this.pages.form(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		assertThat(this.outbox.ofProfile(person())).as("its page promises none").isEmpty();
	}

	@Test
	void aServiceConfirmedByMailIsSubscribedByItsButtonWhateverPageAsks() {
		ProfileId person = known();
		String confirmed = service(ServiceWords.Confirmation.OWN);
		String other = service(ServiceWords.Confirmation.NONE);
		asked(person, confirmed, other);
		MailContent mail = mails(person, 1).get(0);
		assertThat(mail.toString()).contains("A letter each Monday", confirmed).doesNotContain(other);
		assertThat(state(person, confirmed)).isEqualTo(SubscriptionState.PENDING);
		press(path(mail), "confirm");
		assertThat(state(person, confirmed)).isEqualTo(SubscriptionState.SUBSCRIBED);
		assertThat(state(person, other)).isEqualTo(SubscriptionState.PENDING);
		assertThat(console(person)).contains(other);
		assertThat(this.mvc.put()
			.uri("/confirmations/" + person)
			.param("service", other)
			.param("kind", "letter")
			.with(SignIn.operator())
			.with(csrf())).hasStatus(302);
		assertThat(state(person, other)).isEqualTo(SubscriptionState.SUBSCRIBED);
	}

	@Test
	void whoUnsubscribedThemselfComesBackByTheButtonAlone() {
		ProfileId person = known();
		String service = service(ServiceWords.Confirmation.DEFAULT);
		refuse(person, service);
		asked(person, service);
		String path = path(mails(person, 1).get(0));
		assertThat(state(person, service)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		press(path, "confirm");
		assertThat(state(person, service)).isEqualTo(SubscriptionState.SUBSCRIBED);
	}

	@Test
	void ofTwoAnswersAtOnceTheFirstHolds() {
		ProfileId person = known();
		String service = service(ServiceWords.Confirmation.DEFAULT);
		refuse(person, service);
		PublishedPage page = asked(person, service);
		MailedConfirmation open = this.confirmations.unanswered(person).get(0);
		press(path(mails(person, 1).get(0)), "stop");
		this.act.confirm(open, page, Evidence.NONE);
		assertThat(state(person, service)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
		assertThat(this.confirmations.find(open.id()).orElseThrow().accepted()).isFalse();
	}

	@Test
	void whatWaitsIsDeclinedAlsoWhereThereIsHardlyAnyRoom() {
		send(this.pages.mailing(BoxMeaning.CONTACT_ME, "email"), "channel.email");
		ProfileId person = person();
		String path = path(mails(person, 1).get(0));
		this.disk.fill();
		try {
			assertThat(press(path, "confirm")).hasStatus(503);
			assertThat(explicit(person)).containsExactly("email=p");
			assertThat(press(path, "stop")).hasStatus(303);
		}
		finally {
			this.disk.empty();
		}
		assertThat(explicit(person)).containsExactly("email=dn");
	}

	@Test
	void aLaterNoAnswersWhatWaitsBesideANo() {
		ProfileId person = known();
		String service = service(ServiceWords.Confirmation.DEFAULT);
		refuse(person, service);
		asked(person, service);
		refuse(person, service);
		assertThat(this.confirmations.unanswered(person)).as("the same no, said again").isEmpty();
		asked(person, service);
		own(person, Purpose.MARKETING_ANY, Choice.NO);
		assertThat(this.confirmations.unanswered(person)).as("a stop of everything").isEmpty();
		asked(person, service);
		this.management.dismiss(person, "they rang", People.OPERATOR);
		assertThat(this.confirmations.unanswered(person)).as("dismissed by an operator").isEmpty();
		assertThat(state(person, service)).isEqualTo(SubscriptionState.UNSUBSCRIBED);
	}

	private void refuse(ProfileId person, String service) {
		this.subscribe.record(person, Declaration.bySubject(List.of(), Evidence.NONE, "Letter", null),
				SubscriptionStatement.out(service, null));
	}

	private String service(ServiceWords.Confirmation confirmation) {
		String key = "letter-" + NUMBER.incrementAndGet();
		this.services.create(key, Channel.EMAIL,
				new ServiceContent(key, "", false, ServiceValidity.ALWAYS, new ServiceWords(
						Map.of("en", new ServiceWords.Text("", "", "A letter each Monday")), List.of(), confirmation)),
				People.OPERATOR);
		return key;
	}

	private PublishedPage asked(ProfileId person, String... services) {
		PublishedPage page = this.published.get(this.pages.form(BoxMeaning.CONTACT_ME, "email").slug(), null);
		this.transaction.executeWithoutResult((status) -> {
			List.of(services)
				.forEach((service) -> this.subscribe.record(person,
						Declaration.byVisitor(List.of(), Evidence.NONE, page.source(), null),
						SubscriptionStatement.asked(service, null)));
			this.events.publishEvent(new Submission.OptInsAsked(page, Ids.next(), person, this.address, "en",
					List.of(services).stream().map((service) -> "service." + service).toList()));
		});
		return page;
	}

	private SubscriptionState state(ProfileId person, String service) {
		return this.subscriptions.find(person, service).orElseThrow().state();
	}

	private void asked(ProfileId person, Duration ago) {
		this.jdbc.update("update confirmation set asked_at = ? where profile_id = ?",
				Instant.now().minus(ago).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC), person.id());
	}

	private Integer forms(ProfileId person) {
		return this.jdbc.queryForObject("select count(*) from submission where profile_id = ?", Integer.class,
				person.id());
	}

	private String console(ProfileId person) {
		return Browse.html(this.mvc.get().uri("/confirmations/" + person).with(SignIn.operator()).exchange());
	}

	private String html(String path) {
		return Browse.html(this.mvc.get().uri(path).header("Accept-Language", "en").exchange());
	}

	private MvcTestResult press(String path, String button) {
		return this.mvc.post().uri(path).param(button, "on").exchange();
	}

	private static String path(MailContent mail) {
		return Mailbox.path(mail);
	}

	private List<MailContent> mails(ProfileId person, int many) {
		return this.mailbox.of(person, many);
	}

	private ProfileId person() {
		return this.owners.find(People.details(Map.of("email", this.address))).get(0);
	}

	private ProfileId known() {
		return this.people.create(Map.of("email", this.address, "firstName", "Maud")).id();
	}

	private MvcTestResult send(LandingPage page, String... ticked) {
		Browse.Opened opened = opened(page);
		List.of(ticked).forEach(opened::tick);
		return Browse.send(this.mvc, opened);
	}

	private Browse.Opened opened(LandingPage page) {
		return this.pages.visit(this.mvc, page, this.address);
	}

	private void own(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person,
				Declaration.bySubject(List.of(Statement.of(purpose, choice)), Evidence.NONE, "Letter", null));
	}

	private List<String> explicit(ProfileId person) {
		return this.says.find(person)
			.consents()
			.values()
			.stream()
			.map((consent) -> consent.purpose().key().replace("marketing.", "") + "=" + consent.choice().value())
			.toList();
	}

}
