package dev.sayso.contact.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.Operator;
import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.suppression.RecordSuppression;
import dev.sayso.consent.suppression.Suppression;
import dev.sayso.contact.policy.PolicySamples;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what an operator reads of whether somebody may be contacted, now and then.
 */
@ProductTest
class ContactPanelTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	People people;

	@Autowired
	RecordSay says;

	@Autowired
	RecordSuppression suppress;

	@Autowired
	PolicySamples policies;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Test
	void eachReasonIsToldWithWhereItComesFromAndWhatWouldHaveToChange() throws Exception {
		Profile camille = this.people.create(Map.of("email", "camille@hearth.example"));
		Profile mother = this.people
			.create(Map.of("email", "camille@hearth.example", "firstName", "Odile", "mobile", "+33639981299"));
		say(camille, Choice.YES);
		Instant before = this.clock.instant();
		say(mother, Choice.NO);
		Suppression bounced = this.suppress
			.record("camille@hearth.example",
					Suppression.of(Channel.EMAIL, Suppression.Reason.SOFT_BOUNCES, false, Origin.API,
							this.clock.instant(), null, null),
					People.OPERATOR)
			.stands();
		Document page = open(camille, "?channel=email");
		assertThat(page.select("[data-test=why] > ol li").eachText()).hasSize(2)
			.anySatisfy((reason) -> assertThat(reason).contains("Odile Lefèvre has the same address", "OPTED_OUT"))
			.anySatisfy((reason) -> assertThat(reason).contains("The address is suppressed", "until"));
		assertThat(page.select("[data-test=why] a").eachAttr("href")).contains("/suppressions/" + bounced.id())
			.anyMatch((href) -> href.startsWith("/profiles/" + mother.id() + "/history?entry="));
		assertThat(page.select("[data-test=needed] li").eachText()).hasSize(2)
			.anyMatch((needed) -> needed.startsWith("The no of Odile Lefèvre"))
			.anyMatch((needed) -> needed.startsWith("The suppression ends by itself on"));
		assertThat(page.select("[data-test=changes] li").eachText()).hasSize(3)
			.first()
			.asString()
			.contains("Address for e-mail suppressed: soft bounces");
		Document then = open(camille, "?channel=email&at=" + before);
		assertThat(then.select("[data-test=then]").text()).contains("details, and who shares an address");
		assertThat(then.select("[data-test=why] > ol li").eachText()).singleElement()
			.asString()
			.contains("on page Preferences v1");
		assertThat(then.select("[data-channel=email] a > span:not(.num)").eachText()).containsExactly("Yes", "No",
				"Yes");
		String transactional = open(camille, "?channel=email&action=transactional&at=" + before)
			.select("[data-test=why] > ol li")
			.text();
		assertThat(transactional).isEqualTo("Opt-outs do not stop what is no marketing");
		assertThat(then.select("[data-test=changes] li.on")).hasSize(1);
	}

	@Test
	void lanesShowWhenAPolicyCameIntoForceAndWentOutOfIt() throws Exception {
		Profile somebody = this.people.create(Map.of("country", "FR"));
		this.policies.enable("only-be", Condition.all(new Comparison("action", Operator.IS, "email-targeting")),
				Condition.all(new Comparison("country", Operator.IS, "BE")), null);
		Document held = open(somebody, "?channel=email");
		assertThat(held.select("[data-lane=email] rect[class]").eachAttr("class")).startsWith("default", "no")
			.doesNotContain("yes");
		this.policies.disable("only-be");
		Document page = open(somebody, "?channel=email");
		assertThat(page.select("[data-lane=email] rect[class]").eachAttr("class")).startsWith("default", "no",
				"default");
		assertThat(page.select("[data-lane=sms] rect[class]").eachAttr("class")).doesNotContain("no");
		List<String> changed = this.jdbc.sql("select from_at from consent_policy_force order by seq")
			.query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant().toString())
			.list();
		assertThat(changed).hasSize(2);
		assertThat(page.select("[data-stops]").attr("data-stops").split(" ")).extracting((stop) -> stop.split("=")[1])
			.containsAll(changed);
		assertThat(open(somebody, "?channel=email&at=" + changed.get(0)).select("[data-test=why] > ol li").text())
			.contains("only-be");
	}

	@Test
	void aTimeThatIsNoneIsSaidSoAndNowIsShown() throws Exception {
		Profile somebody = this.people.create(Map.of());
		for (String time : List.of("soon", "2999-01-01T00:00:00", "2026-13-01T00:00")) {
			Document page = open(somebody, "?at=" + time);
			assertThat(page.select("#contact-at-error").text()).isEqualTo("Choose a time that is past.");
			assertThat(page.select("[data-test=then]")).isEmpty();
		}
	}

	private void say(Profile person, Choice choice) {
		this.says.record(person.id(), Declaration.bySubject(List.of(Statement.of(Purpose.MARKETING_EMAIL, choice)),
				Evidence.NONE, "Preferences v1", null));
	}

	private Document open(Profile person, String query) throws Exception {
		return Jsoup.parse(this.mvc.get()
			.uri("/profiles/" + person.id() + "/contact" + query)
			.with(SignIn.operator())
			.exchange()
			.getResponse()
			.getContentAsString());
	}

}
