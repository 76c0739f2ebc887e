package dev.sayso.contact.receiver;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import com.standardwebhooks.Webhook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.contact.feed.ChangeOrder;
import dev.sayso.contact.receiver.ReceivingServer.Received;
import dev.sayso.account.SignIn;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what receivers count on: each change at least once, in order for each person,
 * signed, and that none of them is in the way of another.
 */
@ProductTest
class WebhooksTests {

	/** So many changes that a receiver is not told all of them before a run can stop. */
	private static final int MANY = 400;

	@Autowired
	ReceiverManagement management;

	@Autowired
	Deliveries deliveries;

	@Autowired
	OptOutClock duties;

	@Autowired
	Receivers receivers;

	@Autowired
	TellReceivers tell;

	@Autowired
	ChangeOrder order;

	@Autowired
	RecordSay record;

	@Autowired
	EraseProfile erase;

	@Autowired
	People people;

	@Autowired
	Settings settings;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MockMvcTester mvc;

	final ReceivingServer server = new ReceivingServer();

	@BeforeEach
	void letThrough() {
		this.settings.set(OutboundHosts.SETTING, "127.0.0.1");
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void eachChangeArrivesSignedAndByAnotherLibraryTheSignatureHolds() throws Exception {
		ReceiverManagement.Created created = receiver(Set.of());
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		tell(created);
		Received message = this.server.taken().get(0);
		Webhook verifier = new Webhook(created.secret());
		verifier.verify(message.body(), headers(message));
		assertThat(JsonPath.<String>read(message.body(), "$.type")).isEqualTo("say.changed");
		assertThat(JsonPath.<String>read(message.body(), "$.data.profile")).isEqualTo(person.toString());
		assertThat(JsonPath.<String>read(message.body(), "$.data.after")).isEqualTo("n");
		assertThat(message.header("Link")).contains("/hooks/acknowledgements/").endsWith("rel=\"acknowledgement\"");
		String secret = this.management.rotate(created.receiver(), People.OPERATOR);
		say(person, Purpose.MARKETING_EMAIL, Choice.YES);
		tell(created);
		Received later = this.server.taken().get(1);
		verifier.verify(later.body(), headers(later));
		new Webhook(secret).verify(later.body(), headers(later));
		assertThat(later.header("Link")).isEmpty();
		tell(created);
		assertThat(this.server.received()).hasSize(2);
	}

	@Test
	void whoseChangeIsNotTakenWaitsAloneAndThenComesInOrder() {
		ReceiverManagement.Created created = receiver(Set.of());
		ProfileId stuck = this.people.somebody();
		List<ProfileId> others = List.of(this.people.somebody(), this.people.somebody());
		this.server.answers((message) -> message.profile().equals(stuck.toString()) ? 400 : 200);
		for (int time = 0; time < 4; time++) {
			Choice choice = (time % 2 == 0) ? Choice.NO : Choice.YES;
			say(stuck, Purpose.MARKETING_EMAIL, choice);
			others.forEach((other) -> say(other, Purpose.MARKETING_EMAIL, choice));
		}
		tell(created);
		assertThat(this.server.taken()).hasSize(8);
		assertThat(this.server.received()).hasSize(9);
		assertThat(stages()).containsExactly("behind", "behind", "behind", "retry");
		say(stuck, Purpose.MARKETING_SMS, Choice.NO);
		tell(created);
		this.server.answers((message) -> 200);
		allDue();
		tell(created);
		assertThat(this.server.changesByProfile().get(stuck.toString())).isEqualTo(written(stuck));
		assertThat(this.server.taken()).hasSize(13);
		others.forEach(
				(other) -> assertThat(this.server.changesByProfile().get(other.toString())).isEqualTo(written(other)));
		assertThat(stages()).isEmpty();
	}

	@Test
	void aReceiverThatIsAwayIsLeftAloneAndMissesNothing() {
		ReceiverManagement.Created created = receiver(Set.of());
		List<ProfileId> many = new ArrayList<>();
		for (int number = 0; number < 60; number++) {
			many.add(this.people.somebody());
			say(many.get(number), Purpose.MARKETING_CALL, Choice.NO);
		}
		this.server.kill();
		tell(created);
		assertThat(progress("failing_since")).isNotNull();
		assertThat(this.jdbc.sql("select count(*) from receiver_change").query(Integer.class).single())
			.isLessThan(WebhookClient.AT_ONCE + RetryPauses.DOWN);
		this.server.start();
		rested();
		tell(created);
		allDue();
		tell(created);
		assertThat(this.server.changesByProfile().keySet())
			.containsExactlyInAnyOrderElementsOf(many.stream().map(ProfileId::toString).toList());
		assertThat(progress("failing_since")).isNull();
	}

	@Test
	void whatFailsForDaysOrSaysThatItIsGoneIsToldNothingMoreUntilSomebodyResumesIt() {
		ReceiverManagement.Created created = receiver(Set.of());
		this.server.answers((message) -> 410);
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		tell(created);
		assertThat(state(created)).isEqualTo("disabled");
		this.management.pause(this.receivers.get(created.receiver().id()), false, People.OPERATOR);
		this.server.answers((message) -> 503);
		allDue();
		for (int time = 0; time < 12; time++) {
			allDue();
			rested();
			tell(created);
		}
		assertThat(state(created)).isEqualTo("active");
		this.jdbc.sql("update receiver_progress set failing_since = ?")
			.param(Instant.now().minusSeconds(6 * 86_400).atOffset(ZoneOffset.UTC))
			.update();
		allDue();
		rested();
		tell(created);
		assertThat(state(created)).isEqualTo("disabled");
		this.management.pause(this.receivers.get(created.receiver().id()), false, People.OPERATOR);
		this.server.answers((message) -> 200);
		allDue();
		tell(created);
		assertThat(this.server.taken()).hasSize(1);
	}

	@Test
	void redirectsAreNotFollowedAndAnAnswerWithoutEndIsNotReadToItsEnd() {
		ReceiverManagement.Created created = receiver(Set.of());
		this.server.answers((message) -> 302);
		say(this.people.somebody(), Purpose.MARKETING_EMAIL, Choice.NO);
		tell(created);
		assertThat(answers()).containsExactly("302");
		this.server.answers((message) -> 200);
		this.server.answersWith(new byte[8 << 20]);
		allDue();
		rested();
		tell(created);
		assertThat(answers()).containsExactly("200");
	}

	@Test
	void whatIsToldAnewComesInOrderAndWhatIsDoneStaysDone() {
		ReceiverManagement.Created created = receiver(Set.of());
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		say(person, Purpose.MARKETING_SMS, Choice.NO);
		tell(created);
		this.jdbc.sql(
				"update receiver_change set stage = 'done', done_at = current_timestamp where change_seq = (select min(change_seq) from receiver_change)")
			.update();
		this.management.replay(created.receiver(), Instant.EPOCH, People.OPERATOR);
		tell(created);
		assertThat(this.server.taken().stream().map(Received::change))
			.containsExactlyElementsOf(Stream.of(written(person), written(person)).flatMap(List::stream).toList());
		Set<String> ids = ConcurrentHashMap.newKeySet();
		this.server.taken().forEach((message) -> ids.add(message.header("webhook-id")));
		assertThat(ids).hasSize(4);
		assertThat(this.jdbc.sql("select stage from receiver_change order by change_seq").query(String.class).list())
			.containsExactly("done", "fetched");
		this.management.snapshot(created.receiver(), People.OPERATOR);
		tell(created);
		List<Received> all = this.server.taken();
		assertThat(all).hasSize(6);
		assertThat(JsonPath.<String>read(all.get(5).body(), "$.data.because")).isEqualTo("snapshot");
	}

	@Test
	void whatASnapshotIsRefusedIsToldAgainAndItsPersonAloneWaits() {
		ProfileId refused = this.people.somebody();
		List<ProfileId> others = List.of(this.people.somebody(), this.people.somebody());
		for (ProfileId person : List.of(others.get(0), refused, others.get(1))) {
			say(person, Purpose.MARKETING_EMAIL, Choice.NO);
			say(person, Purpose.MARKETING_SMS, Choice.NO);
		}
		this.order.catchUp();
		ReceiverManagement.Created created = receiver(Set.of());
		this.server.answers((message) -> message.profile().equals(refused.toString()) ? 422 : 200);
		this.management.snapshot(this.receivers.get(created.receiver().id()), People.OPERATOR);
		tell(created);
		assertThat(progress("snapshot_after")).isNull();
		assertThat(this.server.received()).hasSize(5);
		assertThat(this.deliveries.list(created.receiver(), true, Long.MAX_VALUE, 9)).singleElement()
			.satisfies((delivery) -> assertThat(delivery.answer()).isEqualTo("422"));
		assertThat(stages()).containsExactly("behind", "retry");
		assertThat(this.duties.read(created.receiver()).open()).isZero();
		this.management.snapshot(this.receivers.get(created.receiver().id()), People.OPERATOR);
		tell(created);
		assertThat(this.server.received()).hasSize(9);
		assertThat(this.server.taken().stream().map((message) -> message.header("webhook-id"))).doesNotHaveDuplicates();
		this.server.answers((message) -> 200);
		allDue();
		tell(created);
		assertThat(this.server.changesByProfile().get(refused.toString())).isEqualTo(written(refused));
		assertThat(stages()).isEmpty();
	}

	@Test
	void aSnapshotGoesOnWhereAReceiverWasAwayAndOneThatIsGoneIsToldNoMore() {
		List<ProfileId> many = new ArrayList<>();
		for (int number = 0; number < 40; number++) {
			many.add(this.people.somebody());
			say(many.get(number), Purpose.MARKETING_CALL, Choice.NO);
		}
		this.order.catchUp();
		ReceiverManagement.Created created = receiver(Set.of());
		this.server.answers((message) -> (this.server.taken().size() < 5) ? 200 : 503);
		this.management.snapshot(created.receiver(), People.OPERATOR);
		tell(created);
		assertThat(progress("failing_since")).isNotNull();
		assertThat(progress("snapshot_after")).isNotNull();
		assertThat(this.mvc.get().uri("/receivers/" + created.receiver().id()).with(SignIn.auditor())).bodyText()
			.contains("Full snapshot", " people told", "Trying again");
		this.server.answers((message) -> 200);
		rested();
		tell(created);
		allDue();
		tell(created);
		assertThat(this.server.changesByProfile().keySet())
			.containsExactlyInAnyOrderElementsOf(many.stream().map(ProfileId::toString).toList());
		this.server.answers((message) -> 410);
		this.management.snapshot(created.receiver(), People.OPERATOR);
		tell(created);
		assertThat(state(created)).isEqualTo("disabled");
	}

	@Test
	void whoeverPausesAReceiverStopsWhatIsUnderWay() {
		ReceiverManagement.Created created = receiver(Set.of());
		lay(MANY);
		during(() -> this.management.pause(this.receivers.get(created.receiver().id()), true, People.OPERATOR));
		this.tell.tell(this.receivers.get(created.receiver().id()));
		int told = this.server.taken().size();
		assertThat(told).isLessThan(MANY);
		this.tell.tell(created.receiver());
		assertThat(this.server.taken()).hasSize(told);
		this.management.pause(this.receivers.get(created.receiver().id()), false, People.OPERATOR);
		this.tell.tell(this.receivers.get(created.receiver().id()));
		assertThat(this.server.taken()).hasSize(MANY);
	}

	@Test
	void anotherAddressOrSecretHoldsAtOnceAndNoSnapshotIsForgotten() {
		ReceiverManagement.Created created = receiver(Set.of());
		UUID id = created.receiver().id();
		try (ReceivingServer other = new ReceivingServer()) {
			lay(MANY);
			during(() -> this.management.edit(this.receivers.get(id), new Receiver.Content("Call centre",
					Receiver.Kind.WEBHOOK, other.url(), Set.of(), TimeAllowed.ofHours(48), null), People.OPERATOR));
			this.tell.tell(this.receivers.get(id));
			assertThat(this.server.taken().size()).isLessThan(MANY);
			this.tell.tell(this.receivers.get(id));
			assertThat(Stream.concat(this.server.taken().stream(), other.taken().stream())
				.map(Received::change)
				.distinct()).hasSize(MANY);
			Receiver told = this.receivers.get(id);
			this.management.rotate(told, People.OPERATOR);
			int before = other.received().size();
			lay(1);
			this.tell.tell(told);
			assertThat(other.received()).hasSize(before);
			other.answers((message) -> {
				if (JsonPath.read(message.body(), "$.data").toString().contains("because")) {
					return 200;
				}
				this.management.snapshot(this.receivers.get(id), People.OPERATOR);
				return 200;
			});
			this.tell.tell(this.receivers.get(id));
			assertThat(progress("snapshot_after")).isNotNull();
		}
	}

	/** Has something happen with the first message, to a receiver that takes its time. */
	private void during(Runnable act) {
		AtomicBoolean first = new AtomicBoolean(true);
		this.server.answers((message) -> {
			if (first.getAndSet(false)) {
				act.run();
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
			return 204;
		});
	}

	private void lay(int changes) {
		for (int number = 0; number < changes; number++) {
			this.jdbc
				.sql("""
						insert into say_change (id, profile_id, at, kind, purpose, channel, before_choice, after_choice, origin, obey)
						values (?, ?, ?, 'consent', 'marketing.email', 'email', 'y', 'n', 'subject', true)""")
				.params(UUID.randomUUID(), UUID.randomUUID(), Instant.now().atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	@Test
	void itIsToldOfItsChannelsAloneAndOfErasures() {
		ReceiverManagement.Created created = receiver(Set.of(Channel.CALL));
		ProfileId person = this.people.somebody();
		say(person, Purpose.MARKETING_EMAIL, Choice.NO);
		say(person, Purpose.MARKETING_CALL, Choice.NO);
		say(person, Purpose.MARKETING_ANY, Choice.NO);
		tell(created);
		assertThat(
				this.server.taken().stream().map((message) -> JsonPath.<String>read(message.body(), "$.data.purpose")))
			.containsExactly("marketing.call", "marketing.any");
		this.erase.erase(person, People.OPERATOR);
		tell(created);
		assertThat(JsonPath.<String>read(this.server.taken().get(2).body(), "$.data.kind")).isEqualTo("erasure");
	}

	@Test
	void nothingIsSentToWhereNoWebhookMayGo() {
		ReceiverManagement.Created created = receiver(Set.of());
		this.settings.set(OutboundHosts.SETTING, "");
		say(this.people.somebody(), Purpose.MARKETING_EMAIL, Choice.NO);
		tell(created);
		assertThat(this.server.received()).isEmpty();
		assertThat(answers()).containsExactly("forbidden");
	}

	private ReceiverManagement.Created receiver(Set<Channel> channels) {
		return this.management.create(new Receiver.Content("Call centre", Receiver.Kind.WEBHOOK, this.server.url(),
				channels, TimeAllowed.ofHours(48), null), People.OPERATOR);
	}

	private void tell(ReceiverManagement.Created created) {
		this.order.catchUp();
		this.tell.tell(this.receivers.get(created.receiver().id()));
	}

	private void allDue() {
		this.jdbc.sql("update receiver_change set next_at = ? where stage = 'retry'")
			.param(Instant.now().minusSeconds(60).atOffset(ZoneOffset.UTC))
			.update();
	}

	private void rested() {
		this.jdbc.sql("update receiver_progress set rest_until = null").update();
	}

	private Object progress(String column) {
		return this.jdbc.sql("select " + column + " from receiver_progress").query().singleRow().get(column);
	}

	private String state(ReceiverManagement.Created created) {
		return this.receivers.get(created.receiver().id()).state();
	}

	private List<String> stages() {
		return this.jdbc
			.sql("select stage from receiver_change where stage in ('retry', 'behind', 'failed') order by stage")
			.query(String.class)
			.list();
	}

	private List<String> answers() {
		return this.jdbc.sql("select answer from receiver_change").query(String.class).list();
	}

	private List<String> written(ProfileId person) {
		return this.jdbc.sql("select id from ledger_entry where profile_id = ? order by seq")
			.param(person.id())
			.query(UUID.class)
			.list()
			.stream()
			.map(UUID::toString)
			.toList();
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(purpose, choice, "they called")), Evidence.NONE.with("evidence", "call")));
	}

	private static HttpHeaders headers(Received message) {
		return HttpHeaders.of(Map.copyOf(message.headers()), (name, value) -> true);
	}

}
