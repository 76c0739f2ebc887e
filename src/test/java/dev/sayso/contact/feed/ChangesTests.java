package dev.sayso.contact.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.async.DeferredResult;

import dev.sayso.ProductTest;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that the feed tells every change once, that nothing ever appears behind a reader,
 * and what it tells.
 */
@ProductTest
class ChangesTests {

	private static final String ROOT = "/api/v1/changes";

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	People people;

	@Autowired
	RecordSay record;

	@Autowired
	RecordSuppression suppress;

	@Autowired
	EraseProfile erase;

	@Autowired
	ChangeOrder order;

	@Autowired
	SayChanges changes;

	@Autowired
	FeedWatch watch;

	@Autowired
	TransactionTemplate transaction;

	@LocalServerPort
	int port;

	@BeforeEach
	void token() {
		ApiTokenSamples.add(this.jdbc, "feed", "feed", "receivers");
	}

	@Test
	void aNoIsToldForEachForWhomItCountsAndNextIsAlwaysThere() throws Exception {
		Profile one = this.people.create(Map.of("email", "home@hearth.example", "externalId", "crm-1"));
		Profile other = this.people.create(Map.of("email", "HOME@hearth.example", "externalId", "crm-2"));
		String start = read(ROOT);
		assertThat(JsonPath.<List<?>>read(start, "$.items")).isEmpty();
		say(one.id(), Purpose.MARKETING_ANY, Choice.NO);
		String told = read(ROOT + "?after=" + JsonPath.read(start, "$.next"));
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].externalId")).containsExactly("crm-1", "crm-2");
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].purpose")).containsExactly("marketing.any",
				"marketing.email");
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].after")).containsExactly("n", "n");
		assertThat(JsonPath.<List<String>>read(told, "$.items[?(@.because)].profile"))
			.containsExactly(other.id().toString());
		String next = JsonPath.read(told, "$.next");
		assertThat(JsonPath.<String>read(read(ROOT + "?after=" + next), "$.next")).isEqualTo(next);
		say(one.id(), Purpose.MARKETING_ANY, Choice.YES);
		assertThat(JsonPath.<List<String>>read(read(ROOT + "?after=" + next), "$.items[*].after")).containsExactly("y",
				"y");
	}

	@Test
	void whatOthersSaidIsNotToldAsOverWhileAnotherNoCounts() throws Exception {
		Profile one = this.people.create(Map.of("email", "three@hearth.example"));
		Profile other = this.people.create(Map.of("email", "three@hearth.example"));
		this.people.create(Map.of("email", "three@hearth.example"));
		say(one.id(), Purpose.MARKETING_EMAIL, Choice.NO);
		say(other.id(), Purpose.MARKETING_EMAIL, Choice.NO);
		String next = JsonPath.read(read(ROOT), "$.next");
		say(one.id(), Purpose.MARKETING_EMAIL, Choice.YES);
		assertThat(JsonPath.<List<String>>read(read(ROOT + "?after=" + next), "$.items[*].profile"))
			.containsExactly(one.id().toString());
	}

	@Test
	void aNoThatIsGainedThroughAnAddressIsToldAndSoIsItsEnd() throws Exception {
		Profile refuser = this.people.create(Map.of("email", "home@hearth.example"));
		Profile other = this.people.create(Map.of("email", "other@hearth.example"));
		say(refuser.id(), Purpose.MARKETING_ANY, Choice.NO);
		String next = JsonPath.read(read(ROOT), "$.next");
		move(other, "HOME@hearth.example");
		next = assertTold(next, other.id() + " marketing.email null n operator");
		move(other, "other@hearth.example");
		next = assertTold(next, other.id() + " marketing.email n u operator");
		Profile fresh = this.people.create(Map.of("email", "home@hearth.example"));
		move(other, "home@hearth.example");
		next = assertTold(next, fresh.id() + " marketing.email null n operator",
				other.id() + " marketing.email null n operator");
		move(refuser, "elsewhere@hearth.example");
		next = assertTold(next, fresh.id() + " marketing.email n u operator",
				other.id() + " marketing.email n u operator");
		move(refuser, "home@hearth.example");
		next = assertTold(next, fresh.id() + " marketing.email null n operator",
				other.id() + " marketing.email null n operator");
		say(refuser.id(), Purpose.MARKETING_ANY, Choice.YES);
		next = JsonPath.read(read(ROOT + "?after=" + next), "$.next");
		say(refuser.id(), Purpose.MARKETING_EMAIL, Choice.NO);
		move(refuser, "elsewhere@hearth.example");
		assertThat(JsonPath.<List<?>>read(read(ROOT + "?after=" + next), "$.items[?(@.because)]")).isEmpty();
		move(refuser, "home@hearth.example");
		next = JsonPath.read(read(ROOT + "?after=" + next), "$.next");
		say(refuser.id(), Purpose.MARKETING_EMAIL, Choice.YES);
		move(other, "other@hearth.example");
		next = assertEnds(next, other, fresh);
		assertThat(this.jdbc.sql("select count(*) from say_news").query(Long.class).single()).isZero();
	}

	/** However soon they moved away after what was told of them ended. */
	private String assertEnds(String place, Profile... people) throws Exception {
		String told = read(ROOT + "?after=" + place);
		for (Profile person : people) {
			assertThat(JsonPath.<List<String>>read(told, "$.items[?(@.profile=='" + person.id() + "')].before"))
				.containsExactly("n");
		}
		return JsonPath.read(told, "$.next");
	}

	@Test
	void whereAnotherNoCountsTheLossOfOneIsNotToldAsItsEnd() throws Exception {
		Profile one = this.people.create(Map.of("email", "home@hearth.example"));
		Profile two = this.people.create(Map.of("email", "home@hearth.example"));
		Profile own = this.people.create(Map.of("email", "home@hearth.example"));
		say(one.id(), Purpose.MARKETING_EMAIL, Choice.NO);
		say(two.id(), Purpose.MARKETING_EMAIL, Choice.NO);
		say(own.id(), Purpose.MARKETING_EMAIL, Choice.NO);
		Profile silent = this.people.create(Map.of("email", "home@hearth.example"));
		String next = JsonPath.read(read(ROOT), "$.next");
		move(one, "elsewhere@hearth.example");
		assertThat(this.jdbc.sql("select count(*) from say_news").query(Long.class).single()).isPositive();
		String told = read(ROOT + "?after=" + next);
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].after")).doesNotContain("u");
		move(silent, "alone@hearth.example");
		assertThat(
				JsonPath.<List<String>>read(read(ROOT + "?after=" + JsonPath.read(told, "$.next")), "$.items[*].after"))
			.containsExactly("u");
	}

	private void move(Profile person, String email) {
		Map<String, String> details = new HashMap<>(Map.of("email", email));
		details.put("externalId", person.details().externalId());
		this.people.change(person.id(), details);
	}

	/** What is told behind a place, all of it through an address. */
	private String assertTold(String place, String... lines) throws Exception {
		String told = read(ROOT + "?after=" + place);
		assertThat(JsonPath.<List<Map<String, String>>>read(told, "$.items"))
			.extracting((item) -> item.get("profile") + " " + item.get("purpose") + " " + item.get("before") + " "
					+ item.get("after") + " " + item.get("origin"))
			.containsExactlyInAnyOrder(lines);
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].because")).containsOnly("shared");
		return JsonPath.read(told, "$.next");
	}

	@Test
	void anErasureTellsWhoOrderedIt() throws Exception {
		this.erase.erase(this.people.somebody(), People.OPERATOR);
		this.erase.erase(this.people.somebody(), Actor.token("t", "CRM"));
		assertThat(JsonPath.<List<String>>read(read(ROOT), "$.items[*].origin")).containsExactlyInAnyOrder("operator",
				"api");
	}

	@Test
	void aSuppressionAndAnErasureAreToldAndNothingElseOfThePersonStays() throws Exception {
		Profile gone = this.people.create(Map.of("email", "gone@hearth.example", "externalId", "crm-9"));
		say(gone.id(), Purpose.MARKETING_SMS, Choice.NO);
		this.suppress.record("gone@hearth.example", Suppression.of(Channel.EMAIL, Suppression.Reason.HARD_BOUNCE, true,
				Origin.API, Instant.now(), null, null), People.OPERATOR);
		assertThat(JsonPath.<List<String>>read(read(ROOT), "$.items[*].kind")).containsExactly("consent",
				"suppression");
		assertThat(JsonPath.<List<String>>read(read(ROOT + "?channel=email"), "$.items[*].kind"))
			.containsExactly("suppression");
		this.erase.erase(gone.id(), People.OPERATOR);
		String told = read(ROOT + "?channel=email");
		assertThat(JsonPath.<List<String>>read(told, "$.items[*].kind")).containsExactly("erasure");
		assertThat(JsonPath.<String>read(told, "$.items[0].externalId")).isEqualTo("crm-9");
		assertThat(JsonPath.<String>read(told, "$.items[0].profile")).isEqualTo(gone.id().toString());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "?after=yesterday", "?after=18446744073709551615", "?after=-1", "?after=9223372036854775808",
					"?after=%2B1", "?limit=0", "?limit=1001", "?channel=pigeon", "?wait=31", "?wait=-1", "?since=1" })
	void whatMakesNoSenseIsRefused(String query) {
		assertThat(this.mvc.get().uri(ROOT + query).header("Authorization", "Bearer feed")).hasStatus(400);
	}

	@Test
	void whoWaitsIsAnsweredWhenSomethingChanges() throws Exception {
		ProfileId person = this.people.somebody();
		this.watch.look();
		String next = JsonPath.read(read(ROOT), "$.next");
		ExecutorService reader = Executors.newSingleThreadExecutor();
		try {
			Future<String> waiting = waiting(reader, "&after=" + next);
			say(person, Purpose.MARKETING_EMAIL, Choice.NO);
			while (!waiting.isDone()) {
				this.watch.look();
				Thread.onSpinWait();
			}
			assertThat(waiting.get()).contains("marketing.email");
		}
		finally {
			reader.shutdownNow();
		}
	}

	@Test
	@Timeout(15)
	void whoWaitsForAChannelHoldsNobodyUpWhereAnotherChanges() throws Exception {
		ProfileId person = this.people.somebody();
		this.watch.look();
		ExecutorService reader = Executors.newSingleThreadExecutor();
		try {
			Future<String> waiting = waiting(reader, "&channel=sms");
			for (int time = 0; time < 5; time++) {
				say(person, Purpose.MARKETING_EMAIL, (time % 2 == 0) ? Choice.NO : Choice.YES);
				this.watch.look();
				assertThat(waiting.isDone()).isFalse();
			}
			say(person, Purpose.MARKETING_SMS, Choice.NO);
			while (!waiting.isDone()) {
				this.watch.look();
				Thread.onSpinWait();
			}
			assertThat(JsonPath.<List<String>>read(waiting.get(), "$.items[*].purpose"))
				.containsExactly("marketing.sms");
		}
		finally {
			reader.shutdownNow();
		}
	}

	@Test
	@Timeout(15)
	void whoWaitsAnewAtOnceIsToldOnlyWhenTheFeedHasGrownAgain() throws Exception {
		ProfileId person = this.people.somebody();
		this.watch.look();
		BlockingQueue<Long> told = new LinkedBlockingQueue<>();
		LongConsumer again = new LongConsumer() {
			@Override
			public void accept(long last) {
				told.add(last);
				ChangesTests.this.watch.await(this);
			}
		};
		this.watch.await(again);
		List<Long> heard = new ArrayList<>();
		for (Choice choice : List.of(Choice.NO, Choice.YES)) {
			say(person, Purpose.MARKETING_EMAIL, choice);
			this.watch.look();
			heard.add(told.take());
		}
		this.watch.forget(again);
		assertThat(heard).isSorted().doesNotHaveDuplicates().endsWith(this.changes.last());
		assertThat(told).isEmpty();
	}

	@Test
	void whatAWaitingReaderDoesNotAskForIsReadOnce() {
		List<Long> asked = new ArrayList<>();
		List<SayChange.Item> told = new ArrayList<>();
		List<LongConsumer> waiting = new ArrayList<>();
		FeedWatch counting = new FeedWatch(this.order, this.changes, (event) -> {
		}) {
			@Override
			boolean await(LongConsumer reader) {
				return waiting.add(reader);
			}
		};
		DeferredResult<ChangesApi.Page> answer = new WaitingReader(counting, Duration.ofSeconds(20), 3, (place) -> {
			asked.add(place);
			return new ChangesApi.Page(List.copyOf(told), "12");
		}).begin();
		waiting.get(0).accept(7);
		waiting.get(1).accept(9);
		assertThat(answer.hasResult()).isFalse();
		told.add(new SayChange.Item(UUID.randomUUID(), Instant.EPOCH, UUID.randomUUID(), null, "consent", null, null,
				null, "api", null));
		waiting.get(2).accept(12);
		assertThat(asked).containsExactly(3L, 3L, 7L, 9L);
		assertThat(answer.getResult()).isInstanceOf(ChangesApi.Page.class);
		assertThat(waiting).hasSize(3);
		counting.destroy();
	}

	private Future<String> waiting(ExecutorService reader, String query) {
		HttpRequest wait = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + ROOT + "?wait=20" + query))
			.header("Authorization", "Bearer feed")
			.build();
		return reader.submit(() -> HttpClient.newHttpClient().send(wait, BodyHandlers.ofString()).body());
	}

	@Test
	void nothingAppearsBehindAReaderHoweverManyWrite() throws Exception {
		int writers = 6;
		int each = 25;
		List<ProfileId> persons = new ArrayList<>();
		for (int number = 0; number < writers; number++) {
			persons.add(this.people.somebody());
		}
		ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
		try {
			List<Future<?>> writing = persons.stream()
				.<Future<?>>map((person) -> threads.submit(() -> write(person, each)))
				.toList();
			AtomicBoolean over = new AtomicBoolean();
			List<Future<List<SayChange>>> reading = List.of(threads.submit(() -> follow(over)),
					threads.submit(() -> follow(over)));
			for (Future<?> writer : writing) {
				writer.get();
			}
			over.set(true);
			for (Future<List<SayChange>> reader : reading) {
				List<UUID> read = reader.get().stream().map(SayChange::id).toList();
				assertThat(read)
					.isEqualTo(this.changes.after(0, Set.of(), 10_000).stream().map(SayChange::id).toList());
			}
			List<SayChange> all = this.changes.after(0, Set.of(), 10_000);
			assertThat(all).hasSize(writers * each);
			for (ProfileId person : persons) {
				List<UUID> written = this.jdbc.sql("select id from ledger_entry where profile_id = ? order by seq")
					.param(person.id())
					.query(UUID.class)
					.list();
				assertThat(all.stream().filter((change) -> change.profile().equals(person)).map(SayChange::id))
					.containsExactlyElementsOf(written);
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void write(ProfileId person, int times) {
		for (int time = 0; time < times; time++) {
			Choice choice = (time % 2 == 0) ? Choice.NO : Choice.YES;
			this.transaction.executeWithoutResult((status) -> {
				say(person, Purpose.MARKETING_EMAIL, choice);
				// commits later than some that began later
				Thread.yield();
			});
		}
	}

	/** Reads on from where it was, as a system that pulls does. */
	private List<SayChange> follow(AtomicBoolean over) {
		List<SayChange> read = new ArrayList<>();
		boolean last = false;
		while (true) {
			this.order.catchUp();
			long place = read.isEmpty() ? 0 : read.get(read.size() - 1).seq();
			List<SayChange> more = this.changes.after(place, Set.of(), 7);
			read.addAll(more);
			if (more.isEmpty() && last) {
				return read;
			}
			last = over.get();
		}
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person, Declaration.byOperator(People.OPERATOR,
				List.of(Statement.of(purpose, choice, "they called")), Evidence.NONE.with("evidence", "call")));
	}

	private String read(String url) throws Exception {
		MvcTestResult answer = this.mvc.get().uri(url).header("Authorization", "Bearer feed").exchange();
		assertThat(answer).hasStatusOk();
		return answer.getResponse().getContentAsString();
	}

}
