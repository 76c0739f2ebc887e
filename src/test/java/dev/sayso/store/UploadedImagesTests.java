package dev.sayso.store;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ProductTest
class UploadedImagesTests {

	@Autowired
	UploadedImages images;

	@Autowired
	MockMvcTester mvc;

	@ParameterizedTest
	@CsvSource({ "png, png, 300, 200, 300, 200", "jpg, jpg, 300, 200, 300, 200", "gif, png, 30, 20, 30, 20",
			"jpg, jpg, 3200, 800, 1600, 400", "png, png, 500, 5000, 160, 1600" })
	void aPictureIsDrawnAnewAndServedToEverybodyForAYear(String sent, String served, int width, int height,
			int servedWidth, int servedHeight) throws Exception {
		UploadedImage image = add(picture(width, height, false, sent));
		assertThat(image).extracting(UploadedImage::type, UploadedImage::width, UploadedImage::height)
			.containsExactly(served, servedWidth, servedHeight);
		assertThat(this.images.find(image.url())).contains(image);
		MvcTestResult answer = this.mvc.get().uri(image.url()).exchange();
		assertThat(answer).hasStatusOk()
			.hasContentType(served.equals("png") ? "image/png" : "image/jpeg")
			.hasHeader(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
			.hasHeader("X-Content-Type-Options", "nosniff");
		assertThat(answer.getResponse().getCookies()).isEmpty();
		BufferedImage shown = ImageIO.read(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
		assertThat(shown.getWidth()).isEqualTo(servedWidth);
	}

	@Test
	void theSamePictureStandsUnderOneAddress() throws Exception {
		byte[] picture = picture(40, 40, true, "png");
		assertThat(add(picture)).isEqualTo(add(picture));
	}

	@Test
	void whatAFileHoldsBesidesItsPictureIsLeftBehind() throws Exception {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		file.write(picture(40, 40, false, "jpg"));
		file.write("<script>alert('50.8503, 4.3517')</script>".getBytes(StandardCharsets.UTF_8));
		UploadedImage image = add(file.toByteArray());
		String served = new String(this.mvc.get().uri(image.url()).exchange().getResponse().getContentAsByteArray(),
				StandardCharsets.ISO_8859_1);
		assertThat(served).doesNotContain("alert", "50.8503");
	}

	@Test
	void aPictureOfNoiseIsMadeSmallEnough() throws Exception {
		UploadedImage image = add(picture(1200, 1200, true, "png"));
		assertThat(this.mvc.get().uri(image.url()).exchange().getResponse().getContentAsByteArray())
			.hasSizeLessThanOrEqualTo(700_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "hello", "<svg xmlns='http://www.w3.org/2000/svg'/>", "<html><img></html>", "BM  " })
	void whatIsNoPictureIsRefused(String content) {
		refuses(content.getBytes(StandardCharsets.UTF_8), "image.fault.none");
	}

	@Test
	void aPictureThatBreaksOffIsRefused() throws Exception {
		byte[] whole = picture(300, 300, true, "png");
		refuses(Arrays.copyOf(whole, 60), "image.fault.broken");
	}

	@Test
	void aPictureOfTooManyPixelsIsRefusedBeforeItIsUnpacked() throws Exception {
		byte[] file = picture(10, 10, false, "png");
		ByteBuffer header = ByteBuffer.wrap(file);
		header.putInt(16, 50_000).putInt(20, 50_000);
		CRC32 check = new CRC32();
		check.update(file, 12, 17);
		header.putInt(29, (int) check.getValue());
		refuses(file, "image.fault.pixels");
	}

	@Test
	void aFileThatIsTooLargeIsRefused() {
		refuses(new byte[UploadedImages.LARGEST_FILE + 1], "image.fault.large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/images/0123456789abcdef0123456789abcdef.png", "/images/logo.png", "/images/",
			"/images/0123456789abcdef0123456789abcdef.svg" })
	void whatNobodyUploadedIsNotFound(String path) {
		assertThat(this.mvc.get().uri(path)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.images.find(path)).isEmpty();
	}

	private UploadedImage add(byte[] content) throws RefusedImageException {
		return this.images.add(new MockMultipartFile("file", "photo.exe", "text/html", content), "Léa Dumont");
	}

	private void refuses(byte[] content, String code) {
		assertThatExceptionOfType(RefusedImageException.class).isThrownBy(() -> add(content))
			.satisfies((ex) -> assertThat(ex.code()).isEqualTo(code));
	}

	private static byte[] picture(int width, int height, boolean noise, String type) throws IOException {
		boolean opaque = type.equals("jpg");
		BufferedImage picture = new BufferedImage(width, height,
				opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
		Graphics2D drawing = picture.createGraphics();
		drawing.setColor(Color.ORANGE);
		drawing.fillRect(0, 0, width / 2, height);
		drawing.dispose();
		if (noise) {
			Random random = new Random(1);
			for (int x = 0; x < width; x++) {
				for (int y = 0; y < height; y++) {
					picture.setRGB(x, y, random.nextInt());
				}
			}
		}
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(picture, type, file);
		return file.toByteArray();
	}

}
