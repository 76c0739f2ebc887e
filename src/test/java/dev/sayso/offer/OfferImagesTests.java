package dev.sayso.offer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.store.UploadedImage;
import dev.sayso.store.UploadedImages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a picture is uploaded once, and shown by any offer, on any site and from any
 * store that has it.
 */
@ProductTest
class OfferImagesTests extends OfferConsole {

	@Autowired
	UploadedImages images;

	@Autowired
	OfferImages usage;

	@BeforeEach
	void catalogue() {
		this.samples.placement("web-hero");
	}

	@Test
	void aPictureIsUploadedOnceAndPutInByAButton() throws IOException {
		UploadedImage image = add(0x336699);
		MultiValueMap<String, String> form = write(editor("/offers/new"), "web-hero.en", "<p>Look</p>");
		assertThat(html(post("/offers/draft", form))).contains("value=\"picture:" + image.url() + "\"");
		form = press(form, "picture:" + image.url());
		assertThat(form.getFirst("texts[0].content"))
			.isEqualTo("<p>Look</p><img src=\"" + image.url() + "\" alt=\"\">");
		assertThat(post("/offers", set(form, "name", "Shown"))).hasStatus3xxRedirection();
		assertThat(draft("shown").representations().get(0).content()).contains("src=\"" + image.url() + "\"");
		assertThat(get("/offers/shown/preview")).bodyText().contains("src=\"http://localhost" + image.url() + "\"");
		assertThat(post("/offers/draft", set(form, "act", "picture:https://elsewhere.example/x.png")))
			.hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void whatIsNoPictureIsSaidWhereItWasChosen() {
		MockMultipartFile text = new MockMultipartFile("file", "x.png", "image/png", "no picture".getBytes());
		assertThat(upload(text, true)).hasStatusOk()
			.bodyText()
			.contains("id=\"images\"", "image-fault", "no picture that we can read");
		assertThat(upload(new MockMultipartFile("file", new byte[0]), true)).bodyText().contains("Choose a file first");
		MvcTestResult plain = upload(text, false);
		assertThat(plain).hasStatus3xxRedirection().hasRedirectedUrl("/offers/new?shown=web-hero.en");
	}

	@Test
	void aConfigurationCarriesThePicturesThatOffersShow() throws IOException {
		UploadedImage shown = add(0x112233);
		add(0x445566);
		offer("pictured", "<img src=\"" + shown.url() + "\" alt=\"\">");
		assertThat(this.usage.images()).containsExactly(shown.url().substring("/images/".length()));
	}

	private UploadedImage add(int colour) throws IOException {
		BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
		for (int x = 0; x < 40; x++) {
			picture.setRGB(x, x % 30, colour + x);
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(picture, "png", file);
		List<UploadedImage> before = this.images.newest(100);
		assertThat(upload(new MockMultipartFile("file", "x.png", "image/png", file.toByteArray()), true)).hasStatusOk();
		return this.images.newest(100).stream().filter((image) -> !before.contains(image)).findFirst().orElseThrow();
	}

	private MvcTestResult upload(MockMultipartFile file, boolean script) {
		var request = this.mvc.post()
			.uri("/offers/images")
			.multipart()
			.file(file)
			.param("back", "/offers/new?shown=web-hero.en")
			.param("type", "html")
			.with(SignIn.marketer())
			.with(SignIn.csrf());
		return (script ? request.header("HX-Request", "true") : request).exchange();
	}

}
