package dev.sayso.landing.theme;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.awt.image.BufferedImage;

import javax.imageio.ImageIO;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

@ProductTest
class ThemesTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Themes themes;

	@Test
	void aThemeIsMadeWithItsLogoEditedAndArchived() throws Exception {
		assertThat(send("/themes", "Sunday", "#1f5d47", "#ffffff", "-1", picture())).hasRedirectedUrl("/themes/sunday");
		Theme made = this.themes.get("sunday");
		assertThat(made.logo()).matches("/images/[0-9a-f]{32}\\.png");
		assertThat(this.mvc.get().uri(String.valueOf(made.logo()))).hasStatusOk();
		assertThat(put(made, "Sunday best", "#7a1f5d", String.valueOf(made.logo()), 0)).hasStatus3xxRedirection();
		Theme saved = this.themes.get("sunday");
		assertThat(saved.name()).isEqualTo("Sunday best");
		assertThat(saved.logo()).isEqualTo(made.logo());
		assertThat(put(made, "Mine", "#7a1f5d", "", 0)).hasStatus(HttpStatus.CONFLICT)
			.bodyText()
			.contains("saved this theme while you were editing");
		assertThat(this.mvc.put().uri("/themes/sunday/archive").with(SignIn.marketer()).with(csrf()))
			.hasRedirectedUrl("/themes/sunday");
		assertThat(this.mvc.get().uri("/themes").with(SignIn.auditor())).bodyText().doesNotContain("Sunday best");
		assertThat(this.mvc.get().uri("/themes?archived=true").with(SignIn.auditor())).bodyText()
			.contains("Sunday best");
	}

	@ParameterizedTest
	@CsvSource({ "#ffff00, #ffffff, f-accent-error, cannot be read on this background",
			"#1f5d47, #1a1a1a, f-ink-error, The nearest that can is", "green, #ffffff, f-accent-error, six hexadecimal",
			"#1f5d47, white, f-paper-error, six hexadecimal" })
	void aThemeThatNobodyCanReadIsRefusedAtItsPlace(String accent, String paper, String place, String told)
			throws Exception {
		MvcTestResult refused = send("/themes", "Unreadable", accent, paper, "-1", picture());
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select("#" + place).text()).contains(told);
		assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select("[name=logo]").val())
			.startsWith("/images/");
		assertThat(this.themes.findBySlug("unreadable")).isEmpty();
	}

	@Test
	void aLogoThatIsNoPictureIsRefusedAtItsPlace() {
		assertThat(send("/themes", "Scripted", "#1f5d47", "#ffffff", "-1", "<svg onload='alert(1)'/>".getBytes()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-file-error", "This is no picture that we can read");
	}

	@Test
	void aKeyIsTakenOnce() throws Exception {
		send("/themes", "Twice", "#1f5d47", "#ffffff", "-1", picture());
		assertThat(send("/themes", "Twice", "#1f5d47", "#ffffff", "-1", picture()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("Another theme has this key");
	}

	@Test
	void theSampleShowsWhatIsChosenAndNothingElse() {
		assertThat(this.mvc.get()
			.uri("/themes/sample?style=7a1f5d.fff8ee.14171d.serif&brand=<b>&logo=/images/x.png")
			.with(SignIn.auditor())).hasStatusOk()
			.bodyText()
			.contains("/p/sample/theme.css?v=7a1f5d.fff8ee.14171d.serif", "&lt;b&gt;")
			.doesNotContain("x.png");
		assertThat(this.mvc.get().uri("/p/sample/theme.css?v=7a1f5d.fff8ee.14171d.serif")).hasStatusOk()
			.bodyText()
			.contains("--paper:#fff8ee", "Georgia");
	}

	private MvcTestResult send(String path, String name, String accent, String paper, String version, byte[] logo) {
		return this.mvc.perform(
				org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(HttpMethod.POST, path)
					.file("file", logo)
					.param("name", name)
					.param("accent", accent)
					.param("paper", paper)
					.param("ink", "#14171d")
					.param("font", "system")
					.param("version", version)
					.with(SignIn.marketer())
					.with(csrf()));
	}

	private MvcTestResult put(Theme theme, String name, String accent, String logo, int version) {
		return this.mvc.put()
			.uri("/themes/" + theme.slug())
			.param("name", name)
			.param("accent", accent)
			.param("paper", "#ffffff")
			.param("ink", "#14171d")
			.param("font", "serif")
			.param("logo", logo)
			.param("version", String.valueOf(version))
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	private static byte[] picture() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(80, 20, BufferedImage.TYPE_INT_ARGB), "png", file);
		return file.toByteArray();
	}

}
