package dev.sayso.landing.sharing;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.account.token.ApiTokenSamples;
import dev.sayso.consent.ledger.Ledger;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.LinkGenerations;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PersonalLinks;
import dev.sayso.landing.PublishedPages;
import dev.sayso.landing.UnsubscribeLinks;
import dev.sayso.person.People;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.ProfileId;

import static dev.sayso.account.SignIn.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.spy;

/**
 * Links that were renewed: old ones stop, and do nothing else.
 */
@ProductTest
class LinkRenewalTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	Says says;

	@Autowired
	Ledger ledger;

	@Autowired
	PersonalLinks links;

	@Autowired
	UnsubscribeLinks unsubscribeLinks;

	@Autowired
	LinkGenerations generations;

	@Autowired
	PublishedPages published;

	@Autowired
	EraseProfile erase;

	@Autowired
	JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "page", "person" })
	void anOldLinkShowsNothingAndTakesNoYes(String renewed) {
		ProfileId person = this.people.create(Map.of("email", "noor@telenet.example", "firstName", "Noor")).id();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		String old = path(page, person);
		Browse.Opened opened = Browse.open(this.mvc, old);
		MvcTestResult before = Browse.send(this.mvc, Browse.open(this.mvc, old).tick("channel.sms"));
		assertThat(explicit(person)).containsExactlyInAnyOrder("email=n", "sms=y");
		renew(renewed, page, person);
		assertThat(this.mvc.get().uri(old).header("Accept-Language", "en")).hasStatusOk()
			.bodyText()
			.contains("This link has been replaced", "it still stops: E-mail, SMS")
			.doesNotContain("telenet", "Noor", "checkbox", "channel.");
		assertThat(this.mvc.head().uri(old)).hasStatusOk();
		assertThat(Browse.send(this.mvc, opened.tick("channel.email").with("field.firstName", "Eve"))).hasStatus(422)
			.bodyText()
			.contains("What you said no to was taken; nothing else was")
			.doesNotContain("Eve", "Noor");
		assertThat(explicit(person)).contains("email=n");
		assertThat(this.jdbc.sql("select first_name from profile where id = ?")
			.param(person.id())
			.query(String.class)
			.single()).isEqualTo("Noor");
		assertThat(this.mvc.get().uri(Browse.where(before))).hasStatus(404);
		assertThat(this.mvc.post().uri(Browse.where(before).replaceFirst("\\?.*", "/undo"))).hasStatus(404);
		String fresh = path(page, person);
		assertThat(fresh).isNotEqualTo(old);
		assertThat(Browse.send(this.mvc, Browse.open(this.mvc, fresh).tick("channel.email"))).hasStatus(303);
		assertThat(explicit(person)).contains("email=y");
		renew(renewed, page, person);
		assertThat(this.mvc.get().uri(fresh).header("Accept-Language", "en")).bodyText()
			.contains("This link has been replaced");
		assertThat(this.mvc.get().uri(path(page, person))).hasStatusOk().bodyText().contains("channel.email");
	}

	@Test
	void anOldLinkStopsWithOneButtonByOneClickAndByWhatItsFormLeft() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email", "sms");
		ProfileId pressed = this.people.somebody();
		String old = path(page, pressed);
		stops(page, pressed, () -> {
			assertThat(Browse.send(this.mvc, Browse.open(this.mvc, old).with("stop.page", "on"))).hasStatusOk()
				.bodyText()
				.contains("It is stopped");
		}, "email=n", "sms=n");
		ProfileId clicked = this.people.somebody();
		String click = path(page, clicked);
		for (int i = 0; i < 2; i++) {
			stops(page, clicked,
					() -> assertThat(this.mvc.post().uri(click).param("List-Unsubscribe", "One-Click")).hasStatusOk()
						.bodyText()
						.isEmpty(),
					"email=n", "sms=n");
		}
		ProfileId everything = this.people.somebody();
		Browse.Opened opened = Browse.open(this.mvc, path(page, everything));
		stops(page, everything, () -> assertThat(Browse.send(this.mvc, opened.with("stop", "on"))).hasStatusOk(),
				"any=n");
		LandingPage denylist = this.pages.denylist(false);
		ProfileId denied = this.people.somebody();
		String stop = path(denylist, denied);
		renew("page", denylist, denied);
		assertThat(this.mvc.get().uri(stop)).hasStatusOk().bodyText().doesNotContain("denylist.js");
		assertThat(explicit(denied)).isEmpty();
		Browse.send(this.mvc, Browse.open(this.mvc, stop));
		assertThat(explicit(denied)).containsExactly("any=n");
	}

	@Test
	void anOldLinkOfAMessageStopsForEverAndNamesNobody() {
		ProfileId person = this.people.create(Map.of("email", "noor@telenet.example")).id();
		this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		String old = unsubscribe(person);
		assertThat(this.mvc.get().uri(old)).bodyText().contains("n•••••@telenet.example", "/p/");
		renew("person", null, person);
		assertThat(this.mvc.get().uri(old)).hasStatusOk().bodyText().doesNotContain("telenet", "See all your choices");
		assertThat(this.mvc.post().uri(old).param("List-Unsubscribe", "One-Click")).hasStatusOk();
		assertThat(explicit(person)).containsExactly("email=n");
		assertThat(this.mvc.get().uri(unsubscribe(person))).bodyText().contains("n•••••@telenet.example");
	}

	@Test
	void aPageThatOnlyOpensOpensNothingByAnOldLink() {
		LandingPage page = this.pages.publish(PageKind.ACQUISITION,
				List.of(new PageBox("email", BoxMeaning.CONTACT_ME)), List.of(new PageField("email", true)));
		ProfileId person = this.people.somebody();
		String old = path(page, person);
		Browse.Opened opened = Browse.open(this.mvc, old);
		renew("page", page, person);
		Browse.send(this.mvc, opened.tick("channel.email"));
		assertThat(explicit(person)).isEmpty();
		assertThat(this.ledger.count(person)).isZero();
	}

	@Test
	void anOldLinkOfAPageThatIsOverStopsToo() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		ProfileId person = this.people.somebody();
		String old = path(page, person);
		renew("page", page, person);
		this.pages.taken(page);
		Browse.Opened opened = Browse.open(this.mvc, old);
		assertThat(this.mvc.post().uri(old).param("stop.page", "on").with(SignIn.operator())).hasStatus(410);
		assertThat(Browse.send(this.mvc, opened.with("stop.page", "on"))).hasStatusOk()
			.bodyText()
			.contains("It is stopped");
		assertThat(explicit(person)).containsExactly("email=n");
	}

	@Test
	void noOtherLinkLeadsToAPageWhoseLinksWereRenewed() {
		ProfileId person = this.people.somebody();
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		LandingPage denylist = this.pages.denylist(false);
		String stop = path(denylist, person);
		String unsubscribe = unsubscribe(person);
		assertThat(this.mvc.get().uri(stop)).bodyText().contains("/p/" + page.slug() + "/");
		assertThat(this.mvc.get().uri(unsubscribe)).bodyText().contains("/p/" + page.slug() + "/");
		renew("page", page, person);
		assertThat(this.mvc.get().uri(stop)).bodyText().doesNotContain("/p/" + page.slug() + "/");
		assertThat(this.mvc.get().uri(unsubscribe)).bodyText().doesNotContain("/p/" + page.slug() + "/");
		MvcTestResult stopped = Browse.send(this.mvc, Browse.open(this.mvc, stop));
		assertThat(Browse.follow(this.mvc, stopped)).doesNotContain("/p/" + page.slug() + "/")
			.contains("/p/" + denylist.slug() + "/");
		assertThat(this.mvc.get().uri(path(page, person))).as("its own link").bodyText().contains("channel.email");
	}

	@Test
	void aFormOfAnOldLinkShowsNothingWhateverTheClocksSay() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		ProfileId person = this.people.somebody();
		MvcTestResult sent = Browse.send(this.mvc, Browse.open(this.mvc, path(page, person)).tick("channel.email"));
		renew("page", page, person);
		this.jdbc.sql("update page_link_renewal set renewed_at = ?").param(OffsetDateTime.now().minusHours(1)).update();
		assertThat(this.mvc.get().uri(Browse.where(sent))).hasStatus(404);
		MvcTestResult fresh = Browse.send(this.mvc, Browse.open(this.mvc, path(page, person)).untick("channel.email"));
		this.jdbc.sql("update page_link_renewal set renewed_at = ?").param(OffsetDateTime.now().plusHours(1)).update();
		assertThat(this.mvc.get().uri(Browse.where(fresh))).hasStatusOk();
	}

	@Test
	void aFormThatComesWhileLinksAreRenewedOnlySaysNo() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email", "sms");
		ProfileId person = this.people.somebody();
		Browse.Opened opened = Browse.open(this.mvc, path(page, person)).tick("channel.email");
		var request = this.mvc.post().uri(opened.path()).header("Accept-Language", "en");
		opened.form().forEach(request::param);
		assertThat(request.with((sent) -> renewing(sent, page))).hasStatus(422)
			.bodyText()
			.contains("What you said no to was taken; nothing else was");
		assertThat(explicit(person)).containsExactly("sms=n");
	}

	/** A request of which the form is read twice: links are renewed in between. */
	private MockHttpServletRequest renewing(MockHttpServletRequest request, LandingPage page) {
		MockHttpServletRequest renewing = spy(request);
		AtomicInteger reads = new AtomicInteger();
		doAnswer((call) -> {
			if (reads.incrementAndGet() == 2) {
				renew("page", page, null);
			}
			return call.callRealMethod();
		}).when(renewing).getParameter("opening");
		return renewing;
	}

	@Test
	void whoMayRenewDoesAndTheActivityTellsIt() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		ProfileId person = this.people.create(Map.of("firstName", "Noor")).id();
		String ofPage = "/landing-pages/" + page.id() + "/link-renewals";
		String ofPerson = "/profiles/" + person + "/link-renewals";
		Consumer<RequestPostProcessor> both = (who) -> {
			this.mvc.post().uri(ofPage).param("sure", "true").with(who).with(csrf()).exchange();
			this.mvc.post().uri(ofPerson).param("sure", "true").with(who).with(csrf()).exchange();
		};
		both.accept(SignIn.auditor());
		assertThat(this.generations.last(page)).isEmpty();
		assertThat(this.generations.last(person)).isEmpty();
		MvcTestResult unsure = this.mvc.post().uri(ofPage).with(SignIn.marketer()).with(csrf()).exchange();
		assertThat(unsure.getMvcResult().getFlashMap().get("flash")).isNotNull();
		assertThat(this.generations.last(page)).isEmpty();
		both.accept(SignIn.marketer());
		assertThat(this.generations.last(page)).isPresent();
		assertThat(this.generations.last(person)).isEmpty();
		both.accept(SignIn.operator());
		assertThat(this.generations.last(person)).isPresent();
		assertThat(this.mvc.get().uri("/landing-pages/" + page.id() + "/sharing").with(SignIn.marketer())).bodyText()
			.contains("Renewed by");
		assertThat(this.mvc.get().uri("/profiles/" + person + "/links").with(SignIn.operator())).bodyText()
			.contains("Renewed by");
		assertThat(this.jdbc.sql("select subject_name from audit_entry where action = 'links-renewed' order by seq")
			.query(String.class)
			.list()).endsWith(page.name(), "");
		this.erase.erase(person, People.OPERATOR);
		assertThat(this.generations.last(person)).isEmpty();
	}

	@Test
	void aProgramRenewsSomebodysLinksWithTheScopeOfLinks() {
		ProfileId person = this.people.somebody();
		String call = "/api/v1/profiles/" + person + "/link-renewals";
		for (String scope : List.of("profiles", "links")) {
			ApiTokenSamples.add(this.jdbc, "Mail", "renew-" + scope, scope);
		}
		assertThat(this.mvc.post().uri(call).header("Authorization", "Bearer renew-profiles")).hasStatus(403);
		assertThat(this.generations.last(person)).isEmpty();
		assertThat(this.mvc.post().uri(call).header("Authorization", "Bearer renew-links")).hasStatus(204);
		assertThat(this.generations.last(person)).isPresent();
	}

	private void stops(LandingPage page, ProfileId person, Runnable act, String... noes) {
		renew("page", page, person);
		act.run();
		assertThat(explicit(person)).containsExactlyInAnyOrder(noes);
	}

	private void renew(String what, LandingPage page, ProfileId person) {
		if (what.equals("page")) {
			this.generations.renew(page, People.OPERATOR);
		}
		else {
			this.generations.renew(person, People.OPERATOR);
		}
	}

	private String path(LandingPage page, ProfileId person) {
		return this.links.path(People.OPERATOR, person, this.published.get(page.slug(), null));
	}

	private String unsubscribe(ProfileId person) {
		return this.unsubscribeLinks.show(People.OPERATOR, person, "marketing.email")
			.url()
			.replaceFirst(".*/u/", "/u/");
	}

	private List<String> explicit(ProfileId person) {
		return this.says.find(person)
			.consents()
			.values()
			.stream()
			.filter((consent) -> consent.purpose().isMarketing())
			.map((consent) -> consent.purpose().key().replace("marketing.", "") + "=" + consent.choice().value())
			.toList();
	}

}
