package dev.sayso.home;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.shared.Channel;
import dev.sayso.shared.LineChart;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that the first page counts what the ledger says.
 */
@ProductTest
class DashboardTests {

	@Autowired
	OptOutCounts optOuts;

	@Autowired
	ConsentCoverage coverage;

	@Autowired
	RecordSay record;

	@Autowired
	People people;

	@Autowired
	TransactionTemplate transaction;

	@Autowired
	MockMvcTester mvc;

	@Test
	void countsEachOptOutOnceByDayPurposeAndOrigin() {
		ZoneId zone = ZoneId.of("Europe/Brussels");
		LocalDate today = LocalDate.now(zone);
		ProfileId person = this.people.somebody();
		say(person, Choice.NO);
		say(person, Choice.UNKNOWN);
		say(person, Choice.NO);
		say(this.people.somebody(), Choice.YES);
		assertThat(this.optOuts.since(today.minusDays(1), zone))
			.containsExactly(new OptOutCounts.Count(today, "marketing.email", Origin.OPERATOR, 2));
		assertThat(this.optOuts.since(today.plusDays(1), zone)).isEmpty();
	}

	@Test
	void aDayBeginsWhereItsReadersAre() {
		say(this.people.somebody(), Choice.NO, "2031-03-09T22:59:00Z");
		say(this.people.somebody(), Choice.NO, "2031-03-09T23:00:00Z");
		say(this.people.somebody(), Choice.NO, "2031-03-10T18:14:59Z");
		say(this.people.somebody(), Choice.NO, "2031-03-10T18:15:00Z");
		assertThat(days("Europe/Brussels")).containsExactlyInAnyOrder("2031-03-09 1", "2031-03-10 3");
		assertThat(days("Asia/Kathmandu")).containsExactlyInAnyOrder("2031-03-10 3", "2031-03-11 1");
		assertThat(days("America/Los_Angeles")).containsExactlyInAnyOrder("2031-03-09 2", "2031-03-10 2");
	}

	private List<String> days(String zone) {
		return this.optOuts.since(LocalDate.of(2031, 3, 8), ZoneId.of(zone))
			.stream()
			.map((count) -> count.day() + " " + count.count())
			.toList();
	}

	@Test
	void showsWithAndWithoutPeople() {
		assertThat(this.mvc.get().uri("/").with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.contains("Nobody is here yet");
		assertThat(this.mvc.get().uri("/?days=90").with(SignIn.auditor())).hasStatusOk();
		assertThat(this.mvc.get().uri("/search?q=%25").with(SignIn.marketer())).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "email,sms,call,postalMail,push", "email,push", "postalMail,fax,whatsApp,sms,call,email,push" })
	void eachChannelInUseHasItsCurve(String inUse) {
		List<Channel> channels = Stream.of(inUse.split(",")).map((key) -> Channel.of(key).orElseThrow()).toList();
		DashboardView view = DashboardView.of(7, LocalDate.of(2026, 11, 30), channels, List.of());
		List<String> labels = Stream
			.concat(Stream.of("channel.any"), channels.stream().map((one) -> "channel." + one.key()))
			.toList();
		assertThat(view.chart().curves()).extracting(LineChart.Curve::label).isEqualTo(labels);
		assertThat(view.rows()).extracting(DashboardView.Row::label).isEqualTo(labels);
		assertThat(view.chart().curves()).extracting(LineChart.Curve::look)
			.doesNotHaveDuplicates()
			.allSatisfy((look) -> assertThat(Path.of("src/main/css/console/chart.css")).content()
				.contains("\n." + look + " {"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "-1", "1.5", "31", "", "99999999999" })
	void aSpanThatIsNoneIsTheUsualOne(String days) {
		assertThat(this.mvc.get().uri("/").param("days", days).with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("30 days");
	}

	@Test
	void theCurveRisesToTheLargestNumber() {
		LineChart chart = LineChart.draw(List.of(new LineChart.Series("channel.email", new long[] { 0, 7, 3 })),
				LocalDate.of(2026, 11, 1), 3, LocalDate::toString);
		assertThat(chart.lines()).extracting(LineChart.GridLine::value).containsExactly(0L, 2L, 4L, 6L, 8L);
		assertThat(chart.curves().get(0).path()).isEqualTo("M34.0 230.0L333.0 44.5L632.0 150.5");
	}

	@Test
	void whoRefusesToBeMeasuredIsCountedAndFoundByTheNumber() {
		ProfileId refusing = this.people.create(Map.of("firstName", "Refuses")).id();
		ProfileId allowing = this.people.create(Map.of("firstName", "Allows")).id();
		this.people.create(Map.of("firstName", "Silent"));
		for (Purpose purpose : List.of(Purpose.TRACKING_OPENS, Purpose.TRACKING_CLICKS)) {
			say(refusing, purpose, Choice.NO);
			say(allowing, purpose, Choice.YES);
			ConsentCoverage.Share share = this.coverage.count()
				.shares()
				.stream()
				.filter((each) -> each.label().equals("purpose." + purpose.key()))
				.findFirst()
				.orElseThrow();
			assertThat(List.of(share.yes(), share.no(), share.people())).containsExactly(1L, 1L, 3L);
			assertThat(this.mvc.get().uri(URI.create(share.href())).with(SignIn.auditor())).hasStatusOk()
				.bodyText()
				.contains("Refuses")
				.doesNotContain("Allows", "Silent");
		}
	}

	private void say(ProfileId person, Purpose purpose, Choice choice) {
		this.record.record(person,
				Declaration.byOperator(People.OPERATOR, List.of(Statement.of(purpose, choice)), Evidence.NONE));
	}

	private void say(ProfileId person, Choice choice, String at) {
		this.transaction.executeWithoutResult((status) -> this.record.at(Clock.fixed(Instant.parse(at), ZoneOffset.UTC))
			.record(person, Declaration.byOperator(People.OPERATOR,
					List.of(Statement.of(Purpose.MARKETING_EMAIL, choice)), Evidence.NONE)));
	}

	private void say(ProfileId person, Choice choice) {
		say(person, Purpose.MARKETING_EMAIL, choice);
	}

}
