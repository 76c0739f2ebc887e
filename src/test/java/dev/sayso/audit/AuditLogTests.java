package dev.sayso.audit;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.shared.Actor;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class AuditLogTests {

	private static final Actor ADA = Actor.account("1", "Ada Verhoeven");

	@Autowired
	Audit audit;

	@Autowired
	MockMvcTester mvc;

	@BeforeEach
	void entries() {
		this.audit.write(ADA, "edited", new AuditSubject("account", "42", "Jonas Wouters"),
				FieldChange.between(Map.of("role", "AUDITOR"), Map.of("role", "ADMIN")));
		this.audit.write(Actor.account("2", "Léa <b>Dumont</b>"), "published",
				new AuditSubject("landing-page", "43", "Stop <script>everything</script>"),
				FieldChange.between(Map.of("title.fr", "Avant"), Map.of("title.fr", "Après")));
	}

	@Test
	void whatWasConfiguredIsToldInWords() {
		assertThat(page("/activity", SignIn.admin())).contains("Jonas Wouters", "Auditor", "Administrator",
				"/settings/accounts/42", "Title (French)", "Avant", "Après", "Ada Verhoeven");
		assertThat(page("/activity?lang=fr", SignIn.admin())).contains("Auditeur", "Administrateur", "modification");
	}

	@Test
	void whoMayNotSeeSettingsDoesNotReadOfThemHere() {
		assertThat(page("/activity", SignIn.operator())).contains("Stop").doesNotContain("Jonas Wouters");
		assertThat(page("/activity?type=account", SignIn.marketer())).doesNotContain("Jonas Wouters");
		assertThat(page("/activity?type=account", SignIn.auditor())).contains("Jonas Wouters");
	}

	@Test
	void textsAreShownAsText() {
		assertThat(page("/activity", SignIn.admin())).doesNotContain("<script>everything", "<b>Dumont");
	}

	@Test
	void filtersLetThroughWhatTheySay() {
		assertThat(page("/activity?actor={actor}", SignIn.admin(), "Ada Verhoeven")).contains("Jonas Wouters")
			.doesNotContain("Après");
		assertThat(page("/activity?type=account&subject=41", SignIn.admin())).contains("Nothing matches");
		assertThat(page("/activity?from=2026-01-01&to=2099-12-31", SignIn.admin())).contains("Jonas Wouters");
		assertThat(page("/activity?to=2020-01-01", SignIn.admin())).contains("Nothing matches");
	}

	@Test
	void olderEntriesFollowOnFurtherPages() {
		for (int i = 0; i < AuditLog.PAGE; i++) {
			this.audit.write(ADA, "edited", new AuditSubject("account", "7", "Number " + i + "."), List.of());
		}
		String first = page("/activity?type=account", SignIn.admin());
		assertThat(first).contains("Number 49.", "Number 0.").doesNotContain("Jonas Wouters");
		String next = first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1").replace("&amp;", "&");
		assertThat(page(next, SignIn.admin())).contains("Jonas Wouters").doesNotContain("Number 0.");
	}

	private String page(String path, RequestPostProcessor reader, Object... variables) {
		try {
			return this.mvc.get().uri(path, variables).with(reader).exchange().getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
