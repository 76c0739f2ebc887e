package dev.sayso.landing.configuration;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.home.configuration.ConfigurationFiles;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPages;
import dev.sayso.landing.Pages;
import dev.sayso.landing.PublishedPages;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.store.UploadedImage;
import dev.sayso.store.UploadedImages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the public pages of a store against those of an empty one that its configuration
 * was brought into, byte by byte but for what is sealed anew for each reader.
 * {@code -Dseed=} replays.
 */
@ProductTest
class PagesAgreementTests {

	@Autowired
	ApplicationContext sayso;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	RandomPages random;

	@Autowired
	LandingPages pages;

	@Autowired
	PublishedPages published;

	@Autowired
	Pages samples;

	@Autowired
	People people;

	@Autowired
	UploadedImages images;

	@Test
	void anEmptyStoreShowsThePagesOfTheOneWhoseConfigurationItTook() throws Exception {
		long seed = Long.getLong("seed", System.nanoTime() % 1_000_000);
		Random random = new Random(seed);
		ConfigurationFiles files = new ConfigurationFiles(this.sayso).begin();
		Profile somebody = this.people.create(Map.of("email", "ana@hearth.example"));
		for (int number = 0; number < 6; number++) {
			String which = "seed " + seed + ", pages " + number;
			files.clear();
			taken(files.put("", RandomPages.SURROUNDINGS), which);
			UploadedImage picture = picture();
			List<String> keys = this.random.make(random,
					picture.url() + "#" + picture.width() + "x" + picture.height());
			Map<String, String> before = read(keys, somebody);
			String file = files.read("");
			files.clear();
			taken(files.put("", file), which + "\n" + file);
			assertThat(read(keys, somebody)).as(which).isEqualTo(before);
			assertThat(files.read("")).as(which).isEqualTo(file);
			int audited = files.audited();
			assertThat(files.put("", file)).hasStatusOk()
				.bodyText()
				.as(which)
				.doesNotContain("created", "updated", "waits");
			assertThat(files.audited()).as(which).isEqualTo(audited);
		}
	}

	private static void taken(MvcTestResult answer, String which) throws Exception {
		assertThat(answer.getResponse().getContentAsString()).as(which).contains("\"applied\":true");
	}

	private Map<String, String> read(List<String> keys, Profile somebody) throws Exception {
		Map<String, String> read = new LinkedHashMap<>();
		for (String key : keys) {
			this.published.forget(key);
			for (String language : List.of("en", "fr", "nl")) {
				read.put(key + " " + language, html("/p/" + key + "?lang=" + language));
			}
			read.put(key + " personal",
					html(this.samples.link(this.pages.findBySlug(key).orElseThrow(), somebody.id())));
		}
		return read;
	}

	private String html(String path) throws Exception {
		MvcTestResult shown = this.mvc.get().uri(path).exchange();
		return shown.getResponse().getStatus() + " "
				+ Browse.html(shown)
					.replaceAll("name=\"(sealed|_csrf|opening|version)\" value=\"[^\"]*\"", "name=\"$1\"")
					.replaceAll("/p/([a-z0-9-]+)/[A-Za-z0-9_-]{20,}", "/p/$1/link");
	}

	private UploadedImage picture() throws Exception {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
		return this.images.add(new MockMultipartFile("file", "x.png", "image/png", file.toByteArray()), "test");
	}

}
