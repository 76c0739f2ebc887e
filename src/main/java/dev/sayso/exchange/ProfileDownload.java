package dev.sayso.exchange;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import dev.sayso.exchange.ExportRequest.Format;
import dev.sayso.shared.Actor;

/**
 * Answers requests with people as a file that is whole or visibly broken off: a shorter
 * one that looks whole would tell that nobody else is in it.
 */
@Component
public class ProfileDownload {

	private final ProfileExport export;

	ProfileDownload(ProfileExport export) {
		this.export = export;
	}

	/**
	 * Notes who takes whom, and sends it.
	 */
	public void send(ExportRequest wanted, Actor by, HttpServletResponse response) throws IOException {
		send(this.export.begin(wanted, by), wanted, by, null, response);
	}

	/**
	 * Sends what was begun.
	 * @param name of the file to be saved; null where a program reads it
	 */
	void send(java.util.UUID id, ExportRequest wanted, Actor by, @Nullable String name, HttpServletResponse response)
			throws IOException {
		response.setContentType((wanted.format() == Format.NDJSON) ? "application/x-ndjson" : "text/csv;charset=UTF-8");
		if (name != null) {
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name).build().toString());
		}
		try {
			this.export.write(id, wanted, by, response.getOutputStream());
		}
		catch (RuntimeException ex) {
			if (response.isCommitted()) {
				throw new IllegalStateException("the file of export " + id + " broke off", ex);
			}
			response.resetBuffer();
			response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
			throw ex;
		}
	}

}
