package dev.sayso.landing.editor;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class PageComparisonTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	PageMessages messages;

	@Autowired
	Pages pages;

	@Test
	void eachPartIsTheSameOrChangedOrAddedOrRemoved() {
		Map<String, String> left = Map.of("title.en", "Hello", "title.fr", "Bonjour", "block/text//t/label/en", "Old",
				"block/channel/email/box-email/meaning", "contact-me", "colour", "#112233");
		Map<String, String> right = Map.of("title.en", "Hello", "title.fr", "Salut", "block/heading//h/label/en", "New",
				"block/channel/email/box-email/meaning", "in-or-out", "colour", "#112233");
		PageComparison comparison = PageComparison.of(left, right, "en", this.messages);
		assertThat(comparison.blocks()).extracting(PageComparison.Row::state)
			.containsExactlyInAnyOrder(PageComparison.State.SAME, PageComparison.State.REMOVED,
					PageComparison.State.ADDED, PageComparison.State.CHANGED);
		assertThat(comparison.blocks()).filteredOn(PageComparison.Row::meaning).hasSize(1);
		assertThat(comparison.settings()).extracting(PageComparison.Row::state)
			.containsExactly(PageComparison.State.SAME);
		assertThat(comparison.count(PageComparison.State.SAME)).isEqualTo(2);
		assertThat(comparison.differing().settings()).isEmpty();
		assertThat(PageComparison.of(left, right, "fr", this.messages).blocks()).extracting(PageComparison.Row::right)
			.contains("Salut")
			.doesNotContain("New");
	}

	@Test
	void versionsAndTheDraftAreShownSideBySide() {
		LandingPage page = this.pages.form(BoxMeaning.IN_OR_OUT, "email");
		String comparison = "/landing-pages/" + page.id() + "/versions/comparison";
		for (String query : List.of("", "?left=1&right=0", "?left=0&right=1&language=fr&rows=differing")) {
			assertThat(this.mvc.get().uri(comparison + query).with(SignIn.auditor())).as(query)
				.hasStatusOk()
				.bodyText()
				.contains("Swap sides");
		}
		assertThat(this.mvc.get().uri(comparison + "?left=7").with(SignIn.auditor())).hasStatus(404);
	}

}
