package dev.sayso.store;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import net.coobird.thumbnailator.Thumbnails;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import dev.sayso.shared.Sha256;

/**
 * Pictures that people upload for public pages and offers. What is kept is never the file
 * itself but the picture in it, drawn anew: turned as the camera meant it, small enough
 * to be served, and without whatever else the file held.
 */
@Component
public class UploadedImages {

	/** The longest side of a picture that is served, in pixels. */
	static final int LONGEST = 1600;

	/** The largest file that is looked at, in bytes. */
	static final int LARGEST_FILE = 10_000_000;

	/** So many pixels are unpacked at most: four bytes each. */
	static final long MOST_PIXELS = 24_000_000;

	/** The largest picture that is served, in bytes. */
	private static final int LARGEST = 700_000;

	/** From here on a picture without holes is better off as a photograph. */
	private static final int LARGE_DRAWING = 200_000;

	private static final Set<String> FORMATS = Set.of("png", "jpeg", "gif");

	private static final double QUALITY = 0.85;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final Cache<String, byte[]> served = Caffeine.newBuilder()
		.maximumWeight(16_000_000)
		.weigher((String hash, byte[] content) -> content.length)
		.build();

	UploadedImages(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Takes a picture in; one that is there already is not kept twice.
	 * @throws RefusedImageException for what is no picture, or too large a one
	 */
	public UploadedImage add(MultipartFile file, String by) throws RefusedImageException {
		if (file.getSize() > LARGEST_FILE) {
			throw new RefusedImageException("image.fault.large");
		}
		Drawn drawn = draw(file);
		keep(drawn.image(), drawn.content(), by);
		return drawn.image();
	}

	private void keep(UploadedImage image, byte[] content, String by) {
		this.jdbc.sql("""
				insert into image (hash, type, width, height, bytes, content, created_at, created_by)
				values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
			.params(image.hash(), image.type(), image.width(), image.height(), image.bytes(), content,
					this.clock.instant().atOffset(ZoneOffset.UTC), by)
			.update();
	}

	/**
	 * Takes back a picture that another store drew.
	 * @return whether it is one, of that hash
	 */
	public boolean restore(String hash, String type, byte[] content, String by) {
		if (content.length > LARGEST || !Sha256.hex(content).startsWith(hash)) {
			return false;
		}
		try {
			Source source = source(content);
			boolean served = source.format().equals(type.equals("png") ? "png" : "jpeg")
					&& Math.max(source.width(), source.height()) <= LONGEST
					&& ImageIO.read(new ByteArrayInputStream(content)) != null;
			if (served) {
				keep(new UploadedImage(hash, type, source.width(), source.height(), content.length), content, by);
			}
			return served;
		}
		catch (IOException | RefusedImageException | RuntimeException ex) {
			return false;
		}
	}

	/** Those that were uploaded last. */
	public List<UploadedImage> newest(int most) {
		return this.jdbc
			.sql("select hash, type, width, height, bytes from image order by created_at desc, hash limit ?")
			.param(most)
			.query(UploadedImages::image)
			.list();
	}

	/** The picture at an address of ours. */
	public Optional<UploadedImage> find(String url) {
		return url.matches("/images/[0-9a-f]{32}\\.(png|jpg)")
				? this.jdbc.sql("select hash, type, width, height, bytes from image where hash = ?")
					.param(url.substring("/images/".length(), url.lastIndexOf('.')))
					.query(UploadedImages::image)
					.optional()
					.filter((image) -> image.url().equals(url))
				: Optional.empty();
	}

	private static UploadedImage image(ResultSet row, int number) throws SQLException {
		return new UploadedImage(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4), row.getInt(5));
	}

	public Optional<byte[]> content(String hash, String type) {
		return Optional.ofNullable(this.served.get(hash + type,
				(key) -> this.jdbc.sql("select content from image where hash = ? and type = ?")
					.params(hash, type)
					.query((row, number) -> row.getBytes(1))
					.optional()
					.orElse(null)));
	}

	/** One at a time, as each takes much memory while it is unpacked. */
	private synchronized Drawn draw(MultipartFile file) throws RefusedImageException {
		try {
			byte[] sent = file.getBytes();
			Source source = source(sent);
			double factor = Math.min(1, LONGEST / (double) Math.max(source.width(), source.height()));
			BufferedImage picture = Thumbnails.of(new ByteArrayInputStream(sent)).scale(factor).asBufferedImage();
			boolean photograph = source.format().equals("jpeg");
			byte[] content = write(picture, photograph);
			if (!photograph && content.length > LARGE_DRAWING && !picture.getColorModel().hasAlpha()) {
				photograph = true;
				content = write(picture, true);
			}
			while (content.length > LARGEST) {
				picture = Thumbnails.of(picture).scale(0.7).asBufferedImage();
				content = write(picture, photograph);
			}
			String hash = Sha256.hex(content).substring(0, 32);
			return new Drawn(new UploadedImage(hash, photograph ? "jpg" : "png", picture.getWidth(),
					picture.getHeight(), content.length), content);
		}
		catch (IOException | RuntimeException ex) {
			throw new RefusedImageException("image.fault.broken");
		}
	}

	/** What a file says of itself, before any of it is unpacked. */
	private static Source source(byte[] sent) throws IOException, RefusedImageException {
		try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
			if (!readers.hasNext()) {
				throw new RefusedImageException("image.fault.none");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(stream, true, true);
				String format = reader.getFormatName().toLowerCase(Locale.ROOT);
				if (!FORMATS.contains(format)) {
					throw new RefusedImageException("image.fault.none");
				}
				Source source = new Source(format, reader.getWidth(0), reader.getHeight(0));
				if ((long) source.width() * source.height() > MOST_PIXELS) {
					throw new RefusedImageException("image.fault.pixels");
				}
				return source;
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static byte[] write(BufferedImage picture, boolean photograph) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		Thumbnails.Builder<BufferedImage> builder = Thumbnails.of(picture)
			.scale(1)
			.outputFormat(photograph ? "jpg" : "png");
		if (photograph) {
			builder.outputQuality(QUALITY).imageType(BufferedImage.TYPE_INT_RGB);
		}
		builder.toOutputStream(out);
		return out.toByteArray();
	}

	private record Source(String format, int width, int height) {

	}

	private record Drawn(UploadedImage image, byte[] content) {

	}

}
