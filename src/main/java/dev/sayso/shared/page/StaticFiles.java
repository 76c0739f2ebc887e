package dev.sayso.shared.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import dev.sayso.shared.Sha256;

/**
 * Style sheets, scripts, icons and fonts. They name one another, so that all stand under
 * one address with the hash of what they hold, where browsers keep them for a year. Under
 * their plain addresses they are kept for minutes and asked for anew.
 */
@Component
public class StaticFiles implements WebMvcConfigurer {

	private static final String FOLDER = "/static/";

	private static final int HASH = 16;

	private final String home;

	/** A plain address in quotes or at the beginning of an expression. */
	private final Pattern plain;

	StaticFiles(ResourcePatternResolver resources) throws IOException {
		Map<String, byte[]> files = new TreeMap<>();
		for (Resource file : resources.getResources("classpath:static/**/*.*")) {
			String address = file.getURL().toString();
			files.put(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()), file.getContentAsByteArray());
		}
		MessageDigest digest = Sha256.digest();
		files.forEach((name, content) -> {
			digest.update(name.getBytes(StandardCharsets.UTF_8));
			digest.update(content);
		});
		this.home = FOLDER + HexFormat.of().formatHex(digest.digest()).substring(0, HASH) + "/";
		this.plain = Pattern.compile("(?<=[\"'|])/(?=(?:"
				+ files.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")[\"'#])");
	}

	/** A page in which each plain address of a file is the one that is kept. */
	public String version(String page) {
		return this.plain.matcher(page).replaceAll(this.home);
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler(this.home + "**")
			.addResourceLocations("classpath:" + FOLDER)
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
	}

}
