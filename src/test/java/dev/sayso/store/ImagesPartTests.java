package dev.sayso.store;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;

import dev.sayso.ProductTest;
import dev.sayso.person.People;
import dev.sayso.shared.api.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holds that the configuration file carries pictures by what they hold.
 */
@ProductTest
class ImagesPartTests {

	@Autowired
	UploadedImages images;

	@Autowired
	ImagesPart part;

	@Test
	void aPictureIsTakenUnderTheHashOfWhatItHolds() throws Exception {
		UploadedImage image = this.images.add(new MockMultipartFile("file", "x.png", "image/png", picture()), "test");
		String key = image.url().substring("/images/".length());
		assertThat(this.part.items()).isEmpty();
		ImagesPart.ImageItem item = this.part.find(key).orElseThrow();
		assertThat(this.part.faults(item)).isEmpty();
		assertThat(this.part.apply(item, item, People.OPERATOR)).isSameAs(item);
		assertThat(this.images.restore(image.hash(), image.type(), item.bytes(), "test")).isTrue();
		String other = Base64.getEncoder().encodeToString("other".getBytes());
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> this.part.apply(new ImagesPart.ImageItem(key, other), null, People.OPERATOR));
		assertThat(this.part.faults(new ImagesPart.ImageItem("x.png", "?"))).hasSize(2);
		assertThat(this.part.faults(new ImagesPart.ImageItem(null, null))).hasSize(2);
	}

	private static byte[] picture() throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", file);
		return file.toByteArray();
	}

}
