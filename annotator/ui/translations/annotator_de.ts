<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About this program</source>
        <translation>Über dieses Programm</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>Everything stays on this computer: the program opens no network connection.</source>
        <translation>Alles bleibt auf diesem Rechner: Das Programm öffnet keine Netzwerkverbindung.</translation>
    </message>
</context>
<context>
    <name>AnalysisFlow</name>
    <message>
        <source>Nothing can be saved beside the video: save where?</source>
        <translation>Neben dem Video lässt sich nichts speichern: Wohin speichern?</translation>
    </message>
    <message>
        <source>Analyse again?</source>
        <translation>Noch einmal analysieren?</translation>
    </message>
    <message>
        <source>Analyse this video again?</source>
        <translation>Dieses Video noch einmal analysieren?</translation>
    </message>
    <message>
        <source>The new session takes the place of this one. Its verdicts, corrections and answers stay only in the backup beside it.</source>
        <translation>Die neue Sitzung tritt an die Stelle dieser. Deren Urteile, Korrekturen und Antworten bleiben nur in der Sicherung daneben erhalten.</translation>
    </message>
    <message>
        <source>The new session takes the place of this one.</source>
        <translation>Die neue Sitzung tritt an die Stelle dieser.</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Noch einmal analysieren</translation>
    </message>
    <message>
        <source>The analysis is done</source>
        <translation>Die Analyse ist fertig</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Gespeichert als {name}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The analysis was stopped</source>
        <translation>Die Analyse wurde abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
</context>
<context>
    <name>AnalysisPanel</name>
    <message>
        <source>Not analysed yet</source>
        <translation>Noch nicht analysiert</translation>
    </message>
    <message>
        <source>Look for movements in this video?</source>
        <translation>In diesem Video nach Bewegungen suchen?</translation>
    </message>
    <message>
        <source>The program goes through every frame and marks when and which limbs move. You can watch the first results while it still works, and stop at any time.</source>
        <translation>Das Programm geht jedes Bild durch und markiert, wann sich welche Gliedmaßen bewegen. Die ersten Ergebnisse sehen Sie schon, während es noch arbeitet, und Sie können jederzeit abbrechen.</translation>
    </message>
    <message>
        <source>Analyse this video</source>
        <translation>Dieses Video analysieren</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>This file cannot be shown or analysed</source>
        <translation>Diese Datei lässt sich weder zeigen noch auswerten</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analyse läuft</translation>
    </message>
    <message>
        <source>Progress of the analysis</source>
        <translation>Fortschritt der Analyse</translation>
    </message>
    <message>
        <source>Marks appear on the strip as they are found. They are first results and may still change.</source>
        <translation>Markierungen erscheinen auf dem Streifen, sobald sie gefunden sind. Es sind erste Ergebnisse, die sich noch ändern können.</translation>
    </message>
    <message>
        <source>Stop the analysis</source>
        <translation>Analyse abbrechen</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Working out how long it takes…</source>
        <translation>Die Dauer wird noch geschätzt…</translation>
    </message>
    <message>
        <source>About {duration} left</source>
        <translation>Noch etwa {duration}</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>The observer&apos;s answers</source>
        <translation>Die Antworten des Beobachters</translation>
    </message>
    <message>
        <source>Only somebody who was there can answer this. Nothing has to be answered; “don&apos;t know” is an answer.</source>
        <translation>Das kann nur beantworten, wer dabei war. Nichts muss beantwortet werden; „weiß nicht“ ist eine Antwort.</translation>
    </message>
    <message>
        <source>The baby and the video</source>
        <translation>Das Baby und das Video</translation>
    </message>
    <message>
        <source>What clinicians also ask</source>
        <translation>Was Fachleute auch fragen</translation>
    </message>
    <message>
        <source>Write a number of months, such as 4 or 4.5</source>
        <translation>Schreiben Sie die Zahl der Monate, etwa 4 oder 4,5</translation>
    </message>
    <message>
        <source>Write it as 2026-11-21</source>
        <translation>Schreiben Sie es als 2026-11-21</translation>
    </message>
    <message>
        <source>Write it as 22:15</source>
        <translation>Schreiben Sie es als 22:15</translation>
    </message>
    <message>
        <source>Age in months</source>
        <translation>Alter in Monaten</translation>
    </message>
    <message>
        <source>Corrected age, if born early</source>
        <translation>Korrigiertes Alter, falls zu früh geboren</translation>
    </message>
    <message>
        <source>Filmed on</source>
        <translation>Gefilmt am</translation>
    </message>
    <message>
        <source>Clock time at the video&apos;s start</source>
        <translation>Uhrzeit zu Beginn des Videos</translation>
    </message>
    <message>
        <source>At the video&apos;s start the baby was</source>
        <translation>Zu Beginn des Videos war das Baby</translation>
    </message>
    <message>
        <source>At its end the baby was</source>
        <translation>Am Ende des Videos war das Baby</translation>
    </message>
    <message>
        <source>{answered} of {questions} questions answered</source>
        <translation>{answered} von {questions} Fragen beantwortet</translation>
    </message>
    <message>
        <source>{said}, last by {name}</source>
        <translation>{said}, zuletzt von {name}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
</context>
<context>
    <name>ChangeStrip</name>
    <message>
        <source>What would change, over the whole video</source>
        <translation>Was sich ändern würde, über das ganze Video</translation>
    </message>
    <message>
        <source>{kept} kept, {added} added, {gone} gone, {changed} measured differently</source>
        <translation>{kept} bleiben, {added} kommen hinzu, {gone} entfallen, {changed} anders gemessen</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Comparing two reviews</source>
        <translation>Vergleich zweier Prüfungen</translation>
    </message>
    <message>
        <source>Where the two reviews differ</source>
        <translation>Wo sich die beiden Prüfungen unterscheiden</translation>
    </message>
    <message>
        <source>The two reviews differ nowhere.</source>
        <translation>Die beiden Prüfungen unterscheiden sich nirgends.</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>How far the two reviews agree, in numbers</source>
        <translation>Wie weit die beiden Prüfungen übereinstimmen, in Zahlen</translation>
    </message>
    <message>
        <source>Neither review is changed. Editing waits meanwhile.</source>
        <translation>Keine der beiden wird verändert. Bearbeiten geht erst danach wieder.</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>First: whole frame, above</source>
        <translation>Erste: durchgezogener Rahmen, oben</translation>
    </message>
    <message>
        <source>Second: dashed frame, hatched, below</source>
        <translation>Zweite: gestrichelter Rahmen, schraffiert, unten</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>Both have</source>
        <translation>Beide haben</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Which kind</source>
        <translation>Welche Art</translation>
    </message>
    <message>
        <source>Which limb</source>
        <translation>Welche Gliedmaßen</translation>
    </message>
    <message>
        <source>Onsets</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>κ (Cohen&apos;s kappa): 1 where both always agree, 0 where only chance makes them agree.</source>
        <translation>κ (Cohens Kappa): 1, wenn beide immer übereinstimmen; 0, wenn sie es nur zufällig tun.</translation>
    </message>
    <message numerus="yes">
        <source>Comparing: %n difference(s)</source>
        <translation>
            <numerusform>Vergleich: %n Unterschied</numerusform>
            <numerusform>Vergleich: %n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>Difference {place} of {count}</source>
        <translation>Unterschied {place} von {count}</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Com&amp;pare with another review…</source>
        <translation>Mit anderer Prüfung &amp;vergleichen…</translation>
    </message>
    <message>
        <source>See where another review of this video differs. Neither is changed</source>
        <translation>Zeigt, wo eine andere Prüfung dieses Videos abweicht. Keine wird verändert</translation>
    </message>
    <message>
        <source>Ne&amp;xt difference</source>
        <translation>&amp;Nächster Unterschied</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Previous d&amp;ifference</source>
        <translation>V&amp;origer Unterschied</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>St&amp;op comparing</source>
        <translation>Vergleich &amp;beenden</translation>
    </message>
    <message>
        <source>Which review to compare with?</source>
        <translation>Mit welcher Prüfung vergleichen?</translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation>Sitzungen (*{suffix})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Comparisons</name>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>The setting asks for</source>
        <translation>Die Einstellung verlangt</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>A frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Frame number</source>
        <translation>Bildnummer</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>What the detector saw</source>
        <translation>Was die Erkennung sah</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>As filmed</source>
        <translation>Wie gefilmt</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Loops {span}; press to end the loop</source>
        <translation>Schleife {span}; drücken, um sie zu beenden</translation>
    </message>
</context>
<context>
    <name>CyclesView</name>
    <message>
        <source>Cycles side by side</source>
        <translation>Zyklen nebeneinander</translation>
    </message>
    <message numerus="yes">
        <source>{limb}: %n cycle(s) of {seconds} s, {percent} % alike</source>
        <translation>
            <numerusform>{limb}: %n Zyklus von {seconds} s, {percent} % gleich</numerusform>
            <numerusform>{limb}: %n Zyklen von {seconds} s, {percent} % gleich</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>A free span</source>
        <translation>Ein freier Abschnitt</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>Add a movement here (+), or say that you looked and saw nothing (O).</source>
        <translation>Fügen Sie hier eine Bewegung hinzu (+), oder halten Sie fest, dass Sie hingesehen und nichts gesehen haben (O).</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Choose a row, or press N for the next movement.</source>
        <translation>Wählen Sie eine Zeile oder drücken Sie N für die nächste Bewegung.</translation>
    </message>
    <message>
        <source>{seconds} s long</source>
        <translation>{seconds} s lang</translation>
    </message>
    <message>
        <source>{size} torso lengths</source>
        <translation>{size} Rumpflängen</translation>
    </message>
    <message>
        <source>{hz} Hz</source>
        <translation>{hz} Hz</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Erkennung</translation>
    </message>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n Bewegung</numerusform>
            <numerusform>%n Bewegungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Detector: {said}</source>
        <translation>Erkennung: {said}</translation>
    </message>
    <message>
        <source>Added by a person</source>
        <translation>Von einer Person hinzugefügt</translation>
    </message>
    <message>
        <source>Detector: {kind}, {limbs}, {start} to {end}</source>
        <translation>Erkennung: {kind}, {limbs}, {start} bis {end}</translation>
    </message>
</context>
<context>
    <name>DifferencesModel</name>
    <message>
        <source>Where they differ</source>
        <translation>Wo sie sich unterscheiden</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>Wer es hat</translation>
    </message>
    <message>
        <source>Only the first review</source>
        <translation>Nur die erste Prüfung</translation>
    </message>
    <message>
        <source>Only the second review</source>
        <translation>Nur die zweite Prüfung</translation>
    </message>
    <message>
        <source>Both, with another kind</source>
        <translation>Beide, mit anderer Art</translation>
    </message>
    <message>
        <source>Both, with other limbs</source>
        <translation>Beide, mit anderen Gliedmaßen</translation>
    </message>
    <message>
        <source>Both, at other times</source>
        <translation>Beide, zu anderen Zeiten</translation>
    </message>
</context>
<context>
    <name>DocumentFiles</name>
    <message>
        <source>Open videos or sessions</source>
        <translation>Videos oder Sitzungen öffnen</translation>
    </message>
    <message>
        <source>Videos and sessions ({patterns})</source>
        <translation>Videos und Sitzungen ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open its last good version</source>
        <translation>Letzte lesbare Fassung öffnen</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation>Sitzungen (*{suffix})</translation>
    </message>
    <message>
        <source>Where is the video now?</source>
        <translation>Wo ist das Video jetzt?</translation>
    </message>
    <message>
        <source>this is not the video that the session was made from, or it was changed</source>
        <translation>das ist nicht das Video, aus dem die Sitzung entstand, oder es wurde verändert</translation>
    </message>
    <message>
        <source>Choose the original video; the times of the marks fit only that one</source>
        <translation>Wählen Sie das Originalvideo; nur zu ihm passen die Zeiten der Markierungen</translation>
    </message>
    <message>
        <source>Find the video…</source>
        <translation>Video suchen…</translation>
    </message>
    <message>
        <source>Find the video</source>
        <translation>Video suchen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>Woanders speichern</translation>
    </message>
    <message>
        <source>Save your work?</source>
        <translation>Arbeit speichern?</translation>
    </message>
    <message>
        <source>Save the changes to this session?</source>
        <translation>Änderungen an dieser Sitzung speichern?</translation>
    </message>
    <message>
        <source>Without saving, the verdicts and corrections since the last save are lost.</source>
        <translation>Ohne Speichern gehen die Urteile und Korrekturen seit dem letzten Speichern verloren.</translation>
    </message>
    <message>
        <source>The video of this session was not found</source>
        <translation>Das Video dieser Sitzung wurde nicht gefunden</translation>
    </message>
    <message>
        <source>{name} was moved or renamed. The marks can be read; to see the picture, say where it is now.</source>
        <translation>{name} wurde verschoben oder umbenannt. Die Markierungen sind lesbar; um das Bild zu sehen, geben Sie an, wo es jetzt ist.</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Something went wrong inside the program</source>
        <translation>Im Programm ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>Your work is kept. Try again; if it happens again, save and start the program anew</source>
        <translation>Ihre Arbeit bleibt erhalten. Versuchen Sie es noch einmal; geschieht es wieder, speichern Sie und starten Sie das Programm neu</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>ran out of memory</source>
        <translation>hat keinen freien Speicher mehr</translation>
    </message>
    <message>
        <source>Close other programs and try again</source>
        <translation>Schließen Sie andere Programme und versuchen Sie es noch einmal</translation>
    </message>
</context>
<context>
    <name>FilmingPanel</name>
    <message>
        <source>Filming check</source>
        <translation>Aufnahmeprüfung</translation>
    </message>
    <message>
        <source>How to film next time</source>
        <translation>So filmen Sie nächstes Mal</translation>
    </message>
    <message>
        <source>Taking a quick look…</source>
        <translation>Wird kurz angesehen…</translation>
    </message>
    <message>
        <source>limits the analysis</source>
        <translation>schränkt die Analyse ein</translation>
    </message>
    <message>
        <source>good enough</source>
        <translation>gut genug</translation>
    </message>
    <message>
        <source>The analysis works all the same; this is what will limit it.</source>
        <translation>Die Analyse läuft trotzdem; das hier schränkt sie ein.</translation>
    </message>
    <message>
        <source>Nothing in the filming stands in the way.</source>
        <translation>An der Aufnahme stört nichts.</translation>
    </message>
    <message>
        <source>This video could not be looked at beforehand.</source>
        <translation>Dieses Video ließ sich vorher nicht ansehen.</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Your own marks so far</source>
        <translation>Ihre eigenen Markierungen bisher</translation>
    </message>
    <message>
        <source>Choose a moment above to look at it.</source>
        <translation>Wählen Sie oben einen Moment, um ihn anzusehen.</translation>
    </message>
    <message>
        <source>{said} Did you see it too?</source>
        <translation>{said} Haben Sie es auch gesehen?</translation>
    </message>
</context>
<context>
    <name>FullScreen</name>
    <message>
        <source>Leave the full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
</context>
<context>
    <name>GoRow</name>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Simple</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>Picture, one strip and the table in plain words</source>
        <translation>Bild, ein Streifen und die Tabelle in einfachen Worten</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Fachansicht</translation>
    </message>
    <message>
        <source>Lanes, review table and reasons</source>
        <translation>Spuren, Prüftabelle und Gründe</translation>
    </message>
    <message>
        <source>Make the packet…</source>
        <translation>Mappe erstellen…</translation>
    </message>
    <message>
        <source>Clips, report and tables in one folder for the clinician</source>
        <translation>Ausschnitte, Bericht und Tabellen in einem Ordner für die Fachperson</translation>
    </message>
    <message>
        <source>Previous file</source>
        <translation>Vorige Datei</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>Nächste Datei</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>Not analysed yet</source>
        <translation>Noch nicht analysiert</translation>
    </message>
    <message>
        <source>First results; the analysis is still running</source>
        <translation>Erste Ergebnisse; die Analyse läuft noch</translation>
    </message>
    <message>
        <source>Changes not saved yet (kept safe meanwhile)</source>
        <translation>Änderungen noch nicht gespeichert (inzwischen gesichert)</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>{length} of video, {seen} of it observed</source>
        <translation>{length} Video, davon {seen} beobachtet</translation>
    </message>
</context>
<context>
    <name>IntervalStrip</name>
    <message>
        <source>Onsets and the gaps between them</source>
        <translation>Beginnzeiten und die Abstände dazwischen</translation>
    </message>
    <message>
        <source>Gaps between onsets: median {median} s, shortest {shortest} s, longest {longest} s</source>
        <translation>Abstände der Beginnzeiten: im Median {median} s, kürzester {shortest} s, längster {longest} s</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Why flagged</source>
        <translation>Warum markiert</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>Die Tabelle</translation>
    </message>
    <message>
        <source>Your answers</source>
        <translation>Ihre Antworten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Next file</source>
        <translation>&amp;Nächste Datei</translation>
    </message>
    <message>
        <source>&amp;Previous file</source>
        <translation>&amp;Vorige Datei</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Make the pac&amp;ket…</source>
        <translation>&amp;Mappe erstellen…</translation>
    </message>
    <message>
        <source>Anal&amp;yse this video</source>
        <translation>Dieses Video &amp;analysieren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Who is reviewing…</source>
        <translation>Wer &amp;prüft…</translation>
    </message>
    <message>
        <source>&amp;Clinician&apos;s workspace</source>
        <translation>&amp;Fachansicht</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>Text &amp;größer</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>Text &amp;kleiner</translation>
    </message>
    <message>
        <source>&amp;Usual text size</source>
        <translation>&amp;Übliche Textgröße</translation>
    </message>
    <message>
        <source>&amp;Next movement</source>
        <translation>&amp;Nächste Bewegung</translation>
    </message>
    <message>
        <source>&amp;Previous movement</source>
        <translation>&amp;Vorige Bewegung</translation>
    </message>
    <message>
        <source>Next pattern &amp;flag</source>
        <translation>Nächste &amp;Mustermarkierung</translation>
    </message>
    <message>
        <source>Pre&amp;vious pattern flag</source>
        <translation>V&amp;orige Mustermarkierung</translation>
    </message>
    <message>
        <source>Play the chosen one in a l&amp;oop</source>
        <translation>Auswahl in &amp;Schleife abspielen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About this program</source>
        <translation>Ü&amp;ber dieses Programm</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go and play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>Chan&amp;ge the kind to</source>
        <translation>&amp;Art ändern in</translation>
    </message>
    <message>
        <source>Change the kind to</source>
        <translation>Art ändern in</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>MovementDialog</name>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Limbs (the baby&apos;s own left and right)</source>
        <translation>Gliedmaßen (links und rechts vom Baby aus)</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diese Mitteilung schließen</translation>
    </message>
    <message>
        <source>{subject}: {cause}</source>
        <translation>{subject}: {cause}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Overview of the whole video</source>
        <translation>Überblick über das ganze Video</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>Make the packet</source>
        <translation>Mappe erstellen</translation>
    </message>
    <message>
        <source>A packet for the clinician</source>
        <translation>Eine Mappe für die Fachperson</translation>
    </message>
    <message>
        <source>One folder with what was marked. It stays on this computer until you pass it on.</source>
        <translation>Ein Ordner mit dem, was markiert wurde. Er bleibt auf diesem Rechner, bis Sie ihn weitergeben.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>Was hineinkommt</translation>
    </message>
    <message>
        <source>&amp;Report to read or print</source>
        <translation>&amp;Bericht zum Lesen oder Drucken</translation>
    </message>
    <message>
        <source>&amp;Clips of the marked stretches</source>
        <translation>&amp;Ausschnitte der markierten Stellen</translation>
    </message>
    <message>
        <source>Each clip also in &amp;slow motion</source>
        <translation>Jeden Ausschnitt auch in &amp;Zeitlupe</translation>
    </message>
    <message>
        <source>&amp;Tables and files for other programs (ELAN, BORIS, Praat…)</source>
        <translation>&amp;Tabellen und Dateien für andere Programme (ELAN, BORIS, Praat…)</translation>
    </message>
    <message>
        <source>What others may see and hear</source>
        <translation>Was andere sehen und hören dürfen</translation>
    </message>
    <message>
        <source>&amp;Blur the face</source>
        <translation>&amp;Gesicht unkenntlich machen</translation>
    </message>
    <message>
        <source>&amp;No sound</source>
        <translation>&amp;Ohne Ton</translation>
    </message>
    <message>
        <source>&amp;Leave out the video&apos;s file name</source>
        <translation>&amp;Dateinamen des Videos weglassen</translation>
    </message>
    <message>
        <source>Pack it into one &amp;ZIP file as well</source>
        <translation>Zusätzlich in eine Z&amp;IP-Datei packen</translation>
    </message>
    <message>
        <source>The video is not there, so no clips can be made.</source>
        <translation>Das Video ist nicht da, daher sind keine Ausschnitte möglich.</translation>
    </message>
    <message>
        <source>Initials or a code (may stay empty)</source>
        <translation>Initialen oder ein Kürzel (darf leer bleiben)</translation>
    </message>
    <message>
        <source>What the report calls the baby</source>
        <translation>Wie der Bericht das Baby nennt</translation>
    </message>
    <message>
        <source>The report calls the baby</source>
        <translation>Der Bericht nennt das Baby</translation>
    </message>
    <message>
        <source>Where the packet&apos;s folder goes</source>
        <translation>Wohin der Ordner der Mappe kommt</translation>
    </message>
    <message>
        <source>Put it into</source>
        <translation>Ablegen in</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the packet</source>
        <translation>Fortschritt der Mappe</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>PacketFlow</name>
    <message>
        <source>Make the packet…</source>
        <translation>Mappe erstellen…</translation>
    </message>
    <message>
        <source>The packet is ready</source>
        <translation>Die Mappe ist fertig</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>PictureCanvas</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>PlayerActions</name>
    <message>
        <source>&amp;Play or pause</source>
        <translation>&amp;Abspielen oder Pause</translation>
    </message>
    <message>
        <source>Play &amp;backward, again for faster</source>
        <translation>&amp;Rückwärts abspielen, noch einmal für schneller</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Play &amp;forward, again for faster</source>
        <translation>&amp;Vorwärts abspielen, noch einmal für schneller</translation>
    </message>
    <message>
        <source>A frame back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>A frame on</source>
        <translation>Ein Bild weiter</translation>
    </message>
    <message>
        <source>10 frames back</source>
        <translation>10 Bilder zurück</translation>
    </message>
    <message>
        <source>10 frames on</source>
        <translation>10 Bilder weiter</translation>
    </message>
    <message>
        <source>To the &amp;beginning</source>
        <translation>Zum &amp;Anfang</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Zum &amp;Ende</translation>
    </message>
    <message>
        <source>Slo&amp;wer</source>
        <translation>&amp;Langsamer</translation>
    </message>
    <message>
        <source>F&amp;aster</source>
        <translation>&amp;Schneller</translation>
    </message>
    <message>
        <source>Loop starts &amp;here</source>
        <translation>Schleife &amp;beginnt hier</translation>
    </message>
    <message>
        <source>Loop ends h&amp;ere</source>
        <translation>Schleife &amp;endet hier</translation>
    </message>
    <message>
        <source>&amp;No loop</source>
        <translation>&amp;Keine Schleife</translation>
    </message>
    <message>
        <source>S&amp;ound off</source>
        <translation>&amp;Ton aus</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Whole pi&amp;cture</source>
        <translation>Ganzes B&amp;ild</translation>
    </message>
    <message>
        <source>Turn the &amp;view</source>
        <translation>Ansicht &amp;drehen</translation>
    </message>
    <message>
        <source>&amp;Mirror the view</source>
        <translation>Ansicht &amp;spiegeln</translation>
    </message>
    <message>
        <source>Bri&amp;ghten a dark picture</source>
        <translation>Dunkles Bild a&amp;ufhellen</translation>
    </message>
    <message>
        <source>Show the s&amp;keleton</source>
        <translation>S&amp;kelett zeigen</translation>
    </message>
    <message>
        <source>Show the measured &amp;regions</source>
        <translation>Gemessene Be&amp;reiche zeigen</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
</context>
<context>
    <name>PlayerWidget</name>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet…</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>You &amp;are</source>
        <translation>Sie s&amp;ind</translation>
    </message>
    <message>
        <source>Written on each verdict that you give.</source>
        <translation>Steht bei jedem Urteil, das Sie abgeben.</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Unsaved work was kept</source>
        <translation>Nicht gespeicherte Arbeit ist erhalten</translation>
    </message>
    <message>
        <source>The program ended before this was saved. Take it up where you left it, or throw it away.</source>
        <translation>Das Programm endete, bevor dies gespeichert war. Machen Sie dort weiter, wo Sie waren, oder verwerfen Sie es.</translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation>Nicht gespeicherte Arbeit</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Take it up</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>The movement is there as marked</source>
        <translation>Die Bewegung ist da, wie markiert</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>Ab&amp;lehnen</translation>
    </message>
    <message>
        <source>There is no such movement</source>
        <translation>Eine solche Bewegung ist nicht da</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>Looked at, not decided</source>
        <translation>Angesehen, nicht entschieden</translation>
    </message>
    <message>
        <source>&amp;Kind and limbs…</source>
        <translation>Art und &amp;Gliedmaßen…</translation>
    </message>
    <message>
        <source>Correct kind and limbs</source>
        <translation>Art und Gliedmaßen korrigieren</translation>
    </message>
    <message>
        <source>No&amp;te…</source>
        <translation>No&amp;tiz…</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
        <source>A&amp;dd a movement…</source>
        <translation>Bewegung &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>At the loop, span or playhead</source>
        <translation>An Schleife, Abschnitt oder Abspielposition</translation>
    </message>
    <message>
        <source>&amp;Split at the playhead</source>
        <translation>An der Abspielposition &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Merge (glue) with the next or the chosen</source>
        <translation>Mit der nächsten oder den gewählten &amp;verbinden</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>L&amp;öschen</translation>
    </message>
    <message>
        <source>&amp;Looked here, nothing seen</source>
        <translation>H&amp;ier hingesehen, nichts gesehen</translation>
    </message>
    <message>
        <source>Review &amp;queue</source>
        <translation>Prüf&amp;liste</translation>
    </message>
    <message>
        <source>&amp;Next in the queue</source>
        <translation>&amp;Nächste in der Prüfliste</translation>
    </message>
    <message>
        <source>&amp;Blinded reading</source>
        <translation>&amp;Verblindete Durchsicht</translation>
    </message>
    <message>
        <source>Finish the &amp;blinded reading</source>
        <translation>Verblindete Durchsicht &amp;beenden</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Change the kind</source>
        <translation>Art ändern</translation>
    </message>
    <message>
        <source>Kind and limbs</source>
        <translation>Art und Gliedmaßen</translation>
    </message>
    <message>
        <source>Change kind and limbs</source>
        <translation>Art und Gliedmaßen ändern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Add a movement</source>
        <translation>Bewegung hinzufügen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Looked here</source>
        <translation>Hier hingesehen</translation>
    </message>
    <message>
        <source>no span is chosen yet</source>
        <translation>es ist noch kein Abschnitt gewählt</translation>
    </message>
    <message>
        <source>Drag over the timeline with Shift, or set both loop ends with [ and ]</source>
        <translation>Ziehen Sie mit der Umschalttaste über die Zeitleiste, oder setzen Sie mit [ und ] beide Enden der Schleife</translation>
    </message>
    <message>
        <source>Noted: looked here, nothing seen</source>
        <translation>Notiert: hier hingesehen, nichts gesehen</translation>
    </message>
    <message>
        <source>Finish the blinded reading</source>
        <translation>Verblindete Durchsicht beenden</translation>
    </message>
</context>
<context>
    <name>ReviewModel</name>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Limbs</source>
        <translation>Gliedmaßen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Who said it</source>
        <translation>Wer es sagt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{what}; pattern flag: {verdict}</source>
        <translation>{what}; Mustermarkierung: {verdict}</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Added by a person</source>
        <translation>Von einer Person hinzugefügt</translation>
    </message>
    <message>
        <source>Detector · {who}</source>
        <translation>Erkennung · {who}</translation>
    </message>
    <message>
        <source>Largest displacement, in torso lengths</source>
        <translation>Größte Auslenkung, in Rumpflängen</translation>
    </message>
    <message>
        <source>Corrected by a person; the detector&apos;s own values are kept</source>
        <translation>Von einer Person korrigiert; die Werte der Erkennung bleiben erhalten</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>Movements and pattern flags</source>
        <translation>Bewegungen und Mustermarkierungen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Pattern flags</source>
        <translation>Mustermarkierungen</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Which rows to show</source>
        <translation>Welche Zeilen gezeigt werden</translation>
    </message>
    <message>
        <source>Any limb</source>
        <translation>Alle Gliedmaßen</translation>
    </message>
    <message>
        <source>Which limb to show</source>
        <translation>Welche Gliedmaßen gezeigt werden</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find in the table</source>
        <translation>In der Tabelle suchen</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} von {total}</translation>
    </message>
    <message>
        <source>No row fits this filter.</source>
        <translation>Keine Zeile passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>The detector&apos;s marks are hidden. Mark what you see yourself, then finish the blinded reading.</source>
        <translation>Die Markierungen der Erkennung sind verborgen. Markieren Sie, was Sie selbst sehen, und beenden Sie dann die verblindete Durchsicht.</translation>
    </message>
    <message>
        <source>No movement met the settings in the observed time. This rules nothing out.</source>
        <translation>Keine Bewegung erfüllte in der beobachteten Zeit die Einstellungen. Das schließt nichts aus.</translation>
    </message>
</context>
<context>
    <name>ReviewerDialog</name>
    <message>
        <source>Who is reviewing?</source>
        <translation>Wer prüft?</translation>
    </message>
    <message>
        <source>Your name is written on each verdict, so that others can tell who said what.</source>
        <translation>Ihr Name steht bei jedem Urteil, damit andere sehen, wer was gesagt hat.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>You &amp;are</source>
        <translation>Sie s&amp;ind</translation>
    </message>
</context>
<context>
    <name>RoleBox</name>
    <message>
        <source>Parent or carer</source>
        <translation>Eltern oder Betreuung</translation>
    </message>
    <message>
        <source>Reviewer (clinician)</source>
        <translation>Prüfende Person (Fachperson)</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>Back to the table&apos;s own numbers</source>
        <translation>Zurück zu den Zahlen der Tabelle</translation>
    </message>
</context>
<context>
    <name>SensitivityPage</name>
    <message>
        <source>Sensitivity</source>
        <translation>Empfindlichkeit</translation>
    </message>
    <message>
        <source>How faint a movement may be</source>
        <translation>Wie schwach eine Bewegung sein darf</translation>
    </message>
    <message>
        <source>Fewer, clearer</source>
        <translation>Weniger, deutlicher</translation>
    </message>
    <message>
        <source>More, fainter</source>
        <translation>Mehr, schwächer</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Diese Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Back to the session&apos;s settings</source>
        <translation>Zurück zu den Einstellungen der Sitzung</translation>
    </message>
    <message>
        <source>The table&apos;s numbers</source>
        <translation>Die Zahlen der Tabelle</translation>
    </message>
    <message>
        <source>How faint may a movement be?</source>
        <translation>Wie schwach darf eine Bewegung sein?</translation>
    </message>
    <message>
        <source>Other sensitivity</source>
        <translation>Andere Empfindlichkeit</translation>
    </message>
    <message>
        <source>A movement shows from {size} torso lengths, and from {times} times the picture&apos;s noise.</source>
        <translation>Eine Bewegung zählt ab {size} Rumpflängen und ab dem {times}-Fachen des Bildrauschens.</translation>
    </message>
    <message>
        <source>The measured signals are not beside this session: only the table&apos;s numbers can be tried.</source>
        <translation>Die Messdaten liegen nicht neben dieser Sitzung: Nur die Zahlen der Tabelle lassen sich ausprobieren.</translation>
    </message>
    <message>
        <source>Nothing to try yet</source>
        <translation>Noch nichts auszuprobieren</translation>
    </message>
    <message>
        <source>Open or analyse a video first.</source>
        <translation>Öffnen oder analysieren Sie zuerst ein Video.</translation>
    </message>
    <message>
        <source>The detector&apos;s settings can be tried once the blinded reading is finished.</source>
        <translation>Die Einstellungen der Erkennung lassen sich ausprobieren, sobald die verblindete Durchsicht beendet ist.</translation>
    </message>
    <message>
        <source>Hidden for now</source>
        <translation>Vorerst verborgen</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>○ stays   ▲ would be added   ✕ would go</source>
        <translation>○ bleibt   ▲ käme hinzu   ✕ entfiele</translation>
    </message>
    <message>
        <source>Found anew in {milliseconds} ms.</source>
        <translation>Neu gefunden in {milliseconds} ms.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Nichts würde sich ändern.</translation>
    </message>
    <message>
        <source>Move the dial to try other settings.</source>
        <translation>Bewegen Sie den Regler, um andere Einstellungen auszuprobieren.</translation>
    </message>
    <message>
        <source>The session&apos;s own settings: {movements}, {flags}.</source>
        <translation>Die eigenen Einstellungen der Sitzung: {movements}, {flags}.</translation>
    </message>
    <message>
        <source>With these settings: {movements} (now {before}), {flags} (now {had}).</source>
        <translation>Mit diesen Einstellungen: {movements} (jetzt {before}), {flags} (jetzt {had}).</translation>
    </message>
    <message>
        <source>What people said of a movement or a flag stays, whatever the settings.</source>
        <translation>Was Menschen zu einer Bewegung oder Mustermarkierung gesagt haben, bleibt bei allen Einstellungen erhalten.</translation>
    </message>
    <message>
        <source>Pattern flags that would be added</source>
        <translation>Mustermarkierungen, die hinzukämen</translation>
    </message>
    <message>
        <source>Pattern flags that would go</source>
        <translation>Mustermarkierungen, die entfielen</translation>
    </message>
    <message>
        <source>Movements that would be added</source>
        <translation>Bewegungen, die hinzukämen</translation>
    </message>
    <message>
        <source>Movements that would go</source>
        <translation>Bewegungen, die entfielen</translation>
    </message>
    <message>
        <source>Movements that would be measured differently</source>
        <translation>Bewegungen, die anders gemessen würden</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Look for an action</source>
        <translation>Aktion suchen</translation>
    </message>
</context>
<context>
    <name>SimpleStrip</name>
    <message>
        <source>Movements over the whole video</source>
        <translation>Bewegungen im ganzen Video</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message numerus="yes">
        <source>Review queue: %n left</source>
        <translation>
            <numerusform>Prüfliste: noch %n</numerusform>
            <numerusform>Prüfliste: noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Review queue: done</source>
        <translation>Prüfliste: fertig</translation>
    </message>
    <message>
        <source>Each flagged stretch plays in a loop. A verdict moves on to the next.</source>
        <translation>Jede markierte Stelle läuft in einer Schleife. Ein Urteil führt zur nächsten.</translation>
    </message>
    <message>
        <source>Every flagged stretch has a verdict.</source>
        <translation>Jede markierte Stelle hat ein Urteil.</translation>
    </message>
    <message>
        <source>End the queue</source>
        <translation>Prüfliste beenden</translation>
    </message>
    <message>
        <source>Blinded reading</source>
        <translation>Verblindete Durchsicht</translation>
    </message>
    <message>
        <source>The detector&apos;s marks are hidden until you finish. Mark what you see: [ and ], then +.</source>
        <translation>Die Markierungen der Erkennung sind verborgen, bis Sie fertig sind. Markieren Sie, was Sie sehen: [ und ], dann +.</translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message>
        <source>The documents&apos; table, filled in</source>
        <translation>Die Tabelle aus den Dokumenten, ausgefüllt</translation>
    </message>
    <message>
        <source>The table is filled in once the video is analysed.</source>
        <translation>Die Tabelle wird ausgefüllt, sobald das Video analysiert ist.</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>Noch nichts zu zeigen</translation>
    </message>
    <message>
        <source>The table is shown once the blinded reading is finished.</source>
        <translation>Die Tabelle erscheint, sobald die verblindete Durchsicht beendet ist.</translation>
    </message>
    <message>
        <source>Hidden for now</source>
        <translation>Vorerst verborgen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) not answered: answer now</source>
        <translation>
            <numerusform>%n Frage nicht beantwortet: jetzt beantworten</numerusform>
            <numerusform>%n Fragen nicht beantwortet: jetzt beantworten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Could be seen</source>
        <translation>War zu sehen</translation>
    </message>
    <message>
        <source>Looked here</source>
        <translation>Hier hingesehen</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>{percent} % seen</source>
        <translation>{percent} % gesehen</translation>
    </message>
    <message>
        <source>Left arm</source>
        <translation>Linker Arm</translation>
    </message>
    <message>
        <source>Right arm</source>
        <translation>Rechter Arm</translation>
    </message>
    <message>
        <source>Left leg</source>
        <translation>Linkes Bein</translation>
    </message>
    <message>
        <source>Right leg</source>
        <translation>Rechtes Bein</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Limb not named</source>
        <translation>Gliedmaße unbenannt</translation>
    </message>
    <message>
        <source>Jerk</source>
        <translation>Ruck</translation>
    </message>
    <message>
        <source>Prolonged</source>
        <translation>Verlängert</translation>
    </message>
    <message>
        <source>Sustained</source>
        <translation>Anhaltend</translation>
    </message>
    <message>
        <source>Rhythmic</source>
        <translation>Rhythmisch</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Langsam</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Reges Bewegen</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Beide Seiten</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>Ganzer Körper</translation>
    </message>
    <message>
        <source>Frequent</source>
        <translation>Häufig</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>Laut danach</translation>
    </message>
    <message>
        <source>Camera moved</source>
        <translation>Kamera bewegt</translation>
    </message>
    <message>
        <source>Light changed</source>
        <translation>Licht verändert</translation>
    </message>
    <message>
        <source>No baby in view</source>
        <translation>Kein Baby im Bild</translation>
    </message>
    <message>
        <source>Somebody else in view</source>
        <translation>Noch jemand im Bild</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>Zu dunkel</translation>
    </message>
    <message>
        <source>Picture missing</source>
        <translation>Bild fehlt</translation>
    </message>
    <message>
        <source>Out of the picture</source>
        <translation>Außerhalb des Bildes</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Bedeckt</translation>
    </message>
    <message>
        <source>Crying-like</source>
        <translation>Weinähnlich</translation>
    </message>
    <message>
        <source>Sudden noise</source>
        <translation>Plötzliches Geräusch</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>{kind} {hz:.1f} Hz</source>
        <translation>{kind} {hz:.1f} Hz</translation>
    </message>
    <message>
        <source>{kind} {seconds:.1f} s</source>
        <translation>{kind} {seconds:.1f} s</translation>
    </message>
    <message>
        <source>{start} to {end}, {length:.2f} s</source>
        <translation>{start} bis {end}, {length:.2f} s</translation>
    </message>
    <message>
        <source>{verdict} by {reviewer}</source>
        <translation>{verdict} von {reviewer}</translation>
    </message>
    <message>
        <source>{verdict} · added by a person</source>
        <translation>{verdict} · von einer Person hinzugefügt</translation>
    </message>
    <message>
        <source>Pattern flag: {rule}</source>
        <translation>Mustermarkierung: {rule}</translation>
    </message>
    <message>
        <source>{start} to {end}, {movements}</source>
        <translation>{start} bis {end}, {movements}</translation>
    </message>
    <message>
        <source>{movements} here; zoom in to tell them apart</source>
        <translation>Hier {movements}; vergrößern Sie, um sie zu trennen</translation>
    </message>
    <message>
        <source>{movements} close together</source>
        <translation>{movements} dicht beieinander</translation>
    </message>
    <message>
        <source>Looked here, nothing seen</source>
        <translation>Hier hingesehen, nichts gesehen</translation>
    </message>
    <message>
        <source>by {reviewer}</source>
        <translation>von {reviewer}</translation>
    </message>
    <message>
        <source>The whole baby</source>
        <translation>Das ganze Baby</translation>
    </message>
    <message>
        <source>Could not be judged: {reason}</source>
        <translation>Nicht beurteilbar: {reason}</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Correct the onset</source>
        <translation>Beginn korrigieren</translation>
    </message>
    <message>
        <source>Correct the offset</source>
        <translation>Ende korrigieren</translation>
    </message>
</context>
<context>
    <name>TimelineWidget</name>
    <message>
        <source>Zoom the timeline &amp;in</source>
        <translation>Zeitleiste ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom the timeline &amp;out</source>
        <translation>Zeitleiste ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show the &amp;whole video</source>
        <translation>Das ganze &amp;Video zeigen</translation>
    </message>
    <message>
        <source>Zoom to the &amp;selection</source>
        <translation>Auf die Aus&amp;wahl vergrößern</translation>
    </message>
    <message>
        <source>&amp;Time of day on the timeline</source>
        <translation>&amp;Uhrzeit auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Onset a frame earlier</source>
        <translation>Beginn ein Bild früher</translation>
    </message>
    <message>
        <source>Onset a frame later</source>
        <translation>Beginn ein Bild später</translation>
    </message>
    <message>
        <source>Offset a frame earlier</source>
        <translation>Ende ein Bild früher</translation>
    </message>
    <message>
        <source>Offset a frame later</source>
        <translation>Ende ein Bild später</translation>
    </message>
</context>
<context>
    <name>TraceView</name>
    <message>
        <source>Motion traces</source>
        <translation>Bewegungskurven</translation>
    </message>
    <message>
        <source>{limb}: at most {speed} torso lengths a second</source>
        <translation>{limb}: höchstens {speed} Rumpflängen je Sekunde</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Drop a video of your baby asleep here</source>
        <translation>Ziehen Sie ein Video Ihres schlafenden Babys hierher</translation>
    </message>
    <message>
        <source>The program marks the moments in which arms, legs or head move, so that a clinician can look at them. Everything stays on this computer.</source>
        <translation>Das Programm markiert die Momente, in denen sich Arme, Beine oder Kopf bewegen, damit eine Fachperson sie ansehen kann. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Choose a video…</source>
        <translation>Video wählen…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Try a sample clip</source>
        <translation>Beispielvideo ansehen</translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message>
        <source>Why flagged</source>
        <translation>Warum markiert</translation>
    </message>
    <message>
        <source>Pattern flags and their reasons are shown once the blinded reading is finished.</source>
        <translation>Mustermarkierungen und ihre Gründe erscheinen, sobald die verblindete Durchsicht beendet ist.</translation>
    </message>
    <message>
        <source>Hidden for now</source>
        <translation>Vorerst verborgen</translation>
    </message>
    <message>
        <source>Nothing to explain yet</source>
        <translation>Noch nichts zu erklären</translation>
    </message>
    <message>
        <source>Open or analyse a video first.</source>
        <translation>Öffnen oder analysieren Sie zuerst ein Video.</translation>
    </message>
    <message>
        <source>Pattern flags</source>
        <translation>Mustermarkierungen</translation>
    </message>
    <message>
        <source>Near misses</source>
        <translation>Knapp verfehlt</translation>
    </message>
    <message>
        <source>Movement {number}</source>
        <translation>Bewegung {number}</translation>
    </message>
    <message>
        <source>Part of these pattern flags</source>
        <translation>Gehört zu diesen Mustermarkierungen</translation>
    </message>
    <message>
        <source>It is part of no pattern flag. That rules nothing out.</source>
        <translation>Sie gehört zu keiner Mustermarkierung. Das schließt nichts aus.</translation>
    </message>
    <message>
        <source>{start} to {end}</source>
        <translation>{start} bis {end}</translation>
    </message>
    <message>
        <source>The row of the table</source>
        <translation>Die Zeile der Tabelle</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Its movements</source>
        <translation>Ihre Bewegungen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Close to the same rule elsewhere</source>
        <translation>An anderer Stelle nahe an derselben Regel</translation>
    </message>
    <message>
        <source>‹ All pattern flags</source>
        <translation>‹ Alle Mustermarkierungen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the review table</source>
        <translation>
            <numerusform>und %n weitere, in der Prüftabelle</numerusform>
            <numerusform>und %n weitere, in der Prüftabelle</numerusform>
        </translation>
    </message>
    <message>
        <source>None. That rules nothing out.</source>
        <translation>Keine. Das schließt nichts aus.</translation>
    </message>
    <message>
        <source>Numbers that came close to a row, not met.</source>
        <translation>Zahlen, die einer Zeile nahe kamen, ohne sie zu erfüllen.</translation>
    </message>
    <message>
        <source>The bar is the number, the line the setting; the hatched side is what the setting asks for.</source>
        <translation>Der Balken ist die Zahl, die Linie die Einstellung; die schraffierte Seite ist, was die Einstellung verlangt.</translation>
    </message>
    <message>
        <source>Numbers against the settings</source>
        <translation>Zahlen im Vergleich zu den Einstellungen</translation>
    </message>
    <message>
        <source>Motion traces</source>
        <translation>Bewegungskurven</translation>
    </message>
    <message>
        <source>The measured signals are not beside this session, so no traces can be drawn.</source>
        <translation>Die Messdaten liegen nicht neben dieser Sitzung, daher lassen sich keine Kurven zeichnen.</translation>
    </message>
    <message>
        <source>Speed in torso lengths a second, one scale for all. Tinted: the movements. Hatched: not judged.</source>
        <translation>Geschwindigkeit in Rumpflängen je Sekunde, ein Maßstab für alle. Getönt: die Bewegungen. Schraffiert: nicht beurteilt.</translation>
    </message>
    <message>
        <source>Cycles side by side</source>
        <translation>Zyklen nebeneinander</translation>
    </message>
    <message>
        <source>Where the limb&apos;s tip was in each cycle, all on one scale. Dashed: their mean.</source>
        <translation>Wo die Spitze der Gliedmaße in jedem Zyklus war, alle im selben Maßstab. Gestrichelt: ihr Mittel.</translation>
    </message>
    <message>
        <source>The limb&apos;s tip was seen too rarely to show the shape of a cycle.</source>
        <translation>Die Spitze der Gliedmaße war zu selten zu sehen, um die Form eines Zyklus zu zeigen.</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{observed} of {total} observable seconds</source>
        <translation>{observed} von {total} beobachtbaren Sekunden</translation>
    </message>
    <message>
        <source>{observed} of {total} observable minutes</source>
        <translation>{observed} von {total} beobachtbaren Minuten</translation>
    </message>
    <message>
        <source>The baby could be observed for all {total} seconds.</source>
        <translation>Das Baby war die ganzen {total} Sekunden lang zu beobachten.</translation>
    </message>
    <message>
        <source>The baby could be observed for all {total} minutes.</source>
        <translation>Das Baby war die ganzen {total} Minuten lang zu beobachten.</translation>
    </message>
    <message>
        <source>The baby could be observed for {observed} of the {total} seconds.</source>
        <translation>Das Baby war {observed} der {total} Sekunden lang zu beobachten.</translation>
    </message>
    <message>
        <source>The baby could be observed for {observed} of the {total} minutes.</source>
        <translation>Das Baby war {observed} der {total} Minuten lang zu beobachten.</translation>
    </message>
    <message>
        <source>Observed: {observed} of {total} seconds.</source>
        <translation>Beobachtet: {observed} von {total} Sekunden.</translation>
    </message>
    <message>
        <source>Observed: {observed} of {total} minutes.</source>
        <translation>Beobachtet: {observed} von {total} Minuten.</translation>
    </message>
    <message>
        <source>Nothing could be observed, so nothing can be said.</source>
        <translation>Es war nichts zu beobachten, daher lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>No movement met the settings in {observable}; this rules nothing out.</source>
        <translation>In {observable} erfüllte keine Bewegung die Einstellungen; das schließt nichts aus.</translation>
    </message>
    <message>
        <source>{count} movement met the settings.</source>
        <translation>{count} Bewegung erfüllte die Einstellungen.</translation>
    </message>
    <message>
        <source>It meets no row of the table; this rules nothing out.</source>
        <translation>Sie erfüllt keine Zeile der Tabelle; das schließt nichts aus.</translation>
    </message>
    <message>
        <source>{count} movements met the settings.</source>
        <translation>{count} Bewegungen erfüllten die Einstellungen.</translation>
    </message>
    <message>
        <source>They meet no row of the table; this rules nothing out.</source>
        <translation>Sie erfüllen keine Zeile der Tabelle; das schließt nichts aus.</translation>
    </message>
    <message>
        <source>Pattern flags: {flags}.</source>
        <translation>Mustermarkierungen: {flags}.</translation>
    </message>
    <message>
        <source>Rejected in review: {count}.</source>
        <translation>Bei der Prüfung abgelehnt: {count}.</translation>
    </message>
    <message>
        <source>The baby could be observed for {observed} of {total}.</source>
        <translation>Das Baby war {observed} lang zu beobachten; das Video dauert {total}.</translation>
    </message>
    <message>
        <source>Observed time {observed} s of {total} s ({percent} %).</source>
        <translation>Beobachtete Zeit {observed} s von {total} s ({percent} %).</translation>
    </message>
    <message>
        <source>{limb}: seen for {observed} of {total}.</source>
        <translation>{limb}: {observed} von {total} zu sehen.</translation>
    </message>
    <message>
        <source>{start}–{end}: {limbs} not judged, {reason}.</source>
        <translation>{start}–{end}: {limbs} nicht beurteilt, {reason}.</translation>
    </message>
    <message>
        <source>{start}–{end}: not judged, {reason}.</source>
        <translation>{start}–{end}: nicht beurteilt, {reason}.</translation>
    </message>
    <message>
        <source>Not judged for {length}: {reason}.</source>
        <translation>{length} lang nicht beurteilt: {reason}.</translation>
    </message>
    <message>
        <source>Single limbs not judged for {length} in all: {reason}.</source>
        <translation>Einzelne Gliedmaßen zusammen {length} lang nicht beurteilt: {reason}.</translation>
    </message>
    <message>
        <source>The picture moved here, but no limb could be told apart: {reasons}.</source>
        <translation>Hier bewegte sich etwas im Bild, ließ sich aber keiner Gliedmaße zuordnen: {reasons}.</translation>
    </message>
    <message>
        <source>The picture moved here, but no limb could be told apart: the body&apos;s outline was not found (dark, covered or far away).</source>
        <translation>Hier bewegte sich etwas im Bild, ließ sich aber keiner Gliedmaße zuordnen: Der Umriss des Körpers wurde nicht gefunden (dunkel, bedeckt oder weit weg).</translation>
    </message>
    <message>
        <source>{start}–{end}: watched, nothing more seen.</source>
        <translation>{start}–{end}: angesehen, nichts weiter gesehen.</translation>
    </message>
    <message>
        <source>{start}–{end}: watched by {reviewer}, nothing more seen.</source>
        <translation>{start}–{end}: angesehen von {reviewer}, nichts weiter gesehen.</translation>
    </message>
    <message>
        <source>{kind}, {limbs}, at {at}, lasting {length}.</source>
        <translation>{kind}, {limbs}, bei {at}, Dauer {length}.</translation>
    </message>
    <message>
        <source>Movement {id}: {kind}, {limbs}</source>
        <translation>Bewegung {id}: {kind}, {limbs}</translation>
    </message>
    <message>
        <source>onset {onset} s, peak {peak} s, offset {offset} s ({duration} s)</source>
        <translation>Beginn {onset} s, Höhepunkt {peak} s, Ende {offset} s ({duration} s)</translation>
    </message>
    <message>
        <source>size not measured</source>
        <translation>Größe nicht gemessen</translation>
    </message>
    <message>
        <source>peak displacement {size} torso lengths</source>
        <translation>größte Auslenkung {size} Rumpflängen</translation>
    </message>
    <message>
        <source>peak speed {speed} torso lengths/s</source>
        <translation>größte Geschwindigkeit {speed} Rumpflängen/s</translation>
    </message>
    <message>
        <source>{hz} Hz</source>
        <translation>{hz} Hz</translation>
    </message>
    <message>
        <source>Movements: {count}.</source>
        <translation>Bewegungen: {count}.</translation>
    </message>
    <message>
        <source>{count} movement</source>
        <translation>{count} Bewegung</translation>
    </message>
    <message>
        <source>{count} movements</source>
        <translation>{count} Bewegungen</translation>
    </message>
    <message>
        <source>{count} pattern flag</source>
        <translation>{count} Mustermarkierung</translation>
    </message>
    <message>
        <source>{count} pattern flags</source>
        <translation>{count} Mustermarkierungen</translation>
    </message>
    <message>
        <source>{count} cycles</source>
        <translation>{count} Zyklen</translation>
    </message>
    <message>
        <source>{count} cycle</source>
        <translation>{count} Zyklus</translation>
    </message>
    <message>
        <source>A sudden noise began {lead} s before it.</source>
        <translation>{lead} s davor begann ein plötzliches Geräusch.</translation>
    </message>
    <message>
        <source>No longer met after later changes. Before: {before}</source>
        <translation>Nach späteren Änderungen nicht mehr erfüllt. Vorher: {before}</translation>
    </message>
    <message>
        <source>Meets the row “{row}” of the documents&apos; table (rule: {rule}).</source>
        <translation>Erfüllt die Zeile „{row}“ der Tabelle aus den Dokumenten (Regel: {rule}).</translation>
    </message>
    <message>
        <source>Settings: {settings}.</source>
        <translation>Einstellungen: {settings}.</translation>
    </message>
    <message>
        <source>at most {value} s</source>
        <translation>höchstens {value} s</translation>
    </message>
    <message>
        <source>longer than {value} s</source>
        <translation>länger als {value} s</translation>
    </message>
    <message>
        <source>at least {value} cycles</source>
        <translation>mindestens {value} Zyklen</translation>
    </message>
    <message>
        <source>at least {value} cycle</source>
        <translation>mindestens {value} Zyklus</translation>
    </message>
    <message>
        <source>at least {value} Hz</source>
        <translation>mindestens {value} Hz</translation>
    </message>
    <message>
        <source>at most {value} Hz</source>
        <translation>höchstens {value} Hz</translation>
    </message>
    <message>
        <source>lasting at least {value} s</source>
        <translation>Dauer mindestens {value} s</translation>
    </message>
    <message>
        <source>at least {value} movements</source>
        <translation>mindestens {value} Bewegungen</translation>
    </message>
    <message>
        <source>at least {value} movement</source>
        <translation>mindestens {value} Bewegung</translation>
    </message>
    <message>
        <source>each of at least {value} torso lengths</source>
        <translation>jede mindestens {value} Rumpflängen groß</translation>
    </message>
    <message>
        <source>onsets at most {value} s apart</source>
        <translation>Beginnzeiten höchstens {value} s auseinander</translation>
    </message>
    <message>
        <source>both starting within {value} ms</source>
        <translation>beide beginnen innerhalb von {value} ms</translation>
    </message>
    <message>
        <source>the smaller at least {value} % of the larger</source>
        <translation>die kleinere mindestens {value} % der größeren</translation>
    </message>
    <message>
        <source>in at least {value} % of a series</source>
        <translation>in mindestens {value} % einer Serie</translation>
    </message>
    <message>
        <source>all starting within {value} ms</source>
        <translation>alle beginnen innerhalb von {value} ms</translation>
    </message>
    <message>
        <source>at least {value} an observed hour</source>
        <translation>mindestens {value} je beobachteter Stunde</translation>
    </message>
    <message>
        <source>at least {value} min observed</source>
        <translation>mindestens {value} min beobachtet</translation>
    </message>
    <message>
        <source>sound of at least {value} s</source>
        <translation>Laut von mindestens {value} s</translation>
    </message>
    <message>
        <source>beginning at most {value} s after the movement</source>
        <translation>Beginn höchstens {value} s nach der Bewegung</translation>
    </message>
    <message>
        <source>a sudden noise at most {value} s before</source>
        <translation>ein plötzliches Geräusch höchstens {value} s davor</translation>
    </message>
    <message>
        <source>{measured} (asked for: {asked})</source>
        <translation>{measured} (verlangt: {asked})</translation>
    </message>
    <message>
        <source>Close to “{rule}” at {at}, not met: {gaps}.</source>
        <translation>Nahe an „{rule}“ bei {at}, nicht erfüllt: {gaps}.</translation>
    </message>
    <message>
        <source>Questions to the observer not answered: {count}.</source>
        <translation>Unbeantwortete Fragen an den Beobachter: {count}.</translation>
    </message>
    <message>
        <source>at {times} and {count} more</source>
        <translation>bei {times} und {count} weitere</translation>
    </message>
    <message>
        <source>at {times}</source>
        <translation>bei {times}</translation>
    </message>
    <message>
        <source>First: {sentence}</source>
        <translation>Die erste: {sentence}</translation>
    </message>
    <message>
        <source>Clip {number}: {span}</source>
        <translation>Ausschnitt {number}: {span}</translation>
    </message>
    <message>
        <source>corrected {months} months</source>
        <translation>korrigiert {months} Monate</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>State, start → end</source>
        <translation>Zustand, Anfang → Ende</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>unnamed</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>{reviewed} of {count} movements</source>
        <translation>{reviewed} von {count} Bewegungen</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>Reviewed by</source>
        <translation>Geprüft von</translation>
    </message>
    <message>
        <source>Answers from</source>
        <translation>Antworten von</translation>
    </message>
    <message>
        <source>Packet made</source>
        <translation>Mappe erstellt</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>too short to say</source>
        <translation>zu kurz für eine Aussage</translation>
    </message>
    <message>
        <source>The baby</source>
        <translation>Das Baby</translation>
    </message>
    <message>
        <source>{width} × {height}, {count} frames at varying intervals</source>
        <translation>{width} × {height}, {count} Bilder in wechselnden Abständen</translation>
    </message>
    <message>
        <source>{width} × {height}, {count} frames at even intervals</source>
        <translation>{width} × {height}, {count} Bilder in gleichen Abständen</translation>
    </message>
    <message>
        <source>Analysis: {name}</source>
        <translation>Analyse: {name}</translation>
    </message>
    <message>
        <source>Video SHA-256</source>
        <translation>SHA-256 des Videos</translation>
    </message>
    <message>
        <source>Packet made by</source>
        <translation>Mappe erstellt mit</translation>
    </message>
    <message>
        <source>Session made</source>
        <translation>Sitzung erstellt</translation>
    </message>
    <message>
        <source>{value} ms</source>
        <translation>{value} ms</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>{value} min</source>
        <translation>{value} min</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation>{value} %</translation>
    </message>
    <message>
        <source>{value} Hz</source>
        <translation>{value} Hz</translation>
    </message>
    <message>
        <source>{value} torso lengths</source>
        <translation>{value} Rumpflängen</translation>
    </message>
    <message>
        <source>{value} s</source>
        <translation>{value} s</translation>
    </message>
    <message>
        <source>A movement that lasted {length} at {at}.</source>
        <translation>Eine Bewegung, die {length} dauerte, bei {at}.</translation>
    </message>
    <message>
        <source>A rhythmic movement ({limbs}) for {length} at {at}.</source>
        <translation>Eine rhythmische Bewegung ({limbs}), {length} lang, bei {at}.</translation>
    </message>
    <message>
        <source>A rhythm of {hz} times a second ({limbs}) for {length} at {at}.</source>
        <translation>Ein Rhythmus von {hz}-mal in der Sekunde ({limbs}), {length} lang, bei {at}.</translation>
    </message>
    <message>
        <source>A rhythm of {hz} times a second ({limbs}) for {length} at {at}, {cycles}.</source>
        <translation>Ein Rhythmus von {hz}-mal in der Sekunde ({limbs}), {length} lang, bei {at}, {cycles}.</translation>
    </message>
    <message>
        <source>Series: {count} within {span} from {at}, median gap {gap} s.</source>
        <translation>Serie: {count} innerhalb von {span} ab {at}, Abstand im Median {gap} s.</translation>
    </message>
    <message>
        <source>The size of {count} of them could not be measured.</source>
        <translation>Bei {count} davon war die Größe nicht messbar.</translation>
    </message>
    <message>
        <source>{limbs} together in {count} of {total} movements of a series from {at}.</source>
        <translation>{limbs} zugleich in {count} von {total} Bewegungen einer Serie ab {at}.</translation>
    </message>
    <message>
        <source>{limbs} together for {length} at {at}.</source>
        <translation>{limbs} zugleich, {length} lang, bei {at}.</translation>
    </message>
    <message>
        <source>Both arms and both legs together in one movement at {at}, lasting {length}.</source>
        <translation>Beide Arme und beide Beine zugleich in einer Bewegung bei {at}, Dauer {length}.</translation>
    </message>
    <message>
        <source>{rate} movements an observed hour: {count} in {observed} of observed time.</source>
        <translation>{rate} Bewegungen je beobachteter Stunde: {count} in {observed} beobachteter Zeit.</translation>
    </message>
    <message>
        <source>Crying-like sound for {length}, beginning {delay} s after a movement that ended at {at}.</source>
        <translation>Weinähnlicher Laut, {length} lang; er begann {delay} s nach einer Bewegung, die bei {at} endete.</translation>
    </message>
    <message>
        <source>Not a diagnosis. If you are worried, contact a clinician now; do not wait for a result.</source>
        <translation>Keine Diagnose. Wenn Sie sich Sorgen machen, wenden Sie sich jetzt an eine Ärztin oder einen Arzt; warten Sie nicht auf ein Ergebnis.</translation>
    </message>
    <message>
        <source>For clinician review, not a diagnosis</source>
        <translation>Zur fachlichen Durchsicht, keine Diagnose</translation>
    </message>
    <message>
        <source>Helps mark moments in a video for a clinician to review.</source>
        <translation>Hilft, Momente in einem Video zu markieren, die eine Fachperson ansehen soll.</translation>
    </message>
    <message>
        <source>A flag says that measured numbers meet a row of the documents&apos; table, with the settings shown. Neither a flag nor the absence of one is evidence by itself.</source>
        <translation>Eine Mustermarkierung sagt, dass gemessene Zahlen mit den gezeigten Einstellungen eine Zeile der Tabelle aus den Dokumenten erfüllen. Weder eine Mustermarkierung noch ihr Fehlen ist für sich ein Beleg.</translation>
    </message>
    <message>
        <source>The age is shown beside the table and used in no rule.</source>
        <translation>Das Alter steht neben der Tabelle und geht in keine Regel ein.</translation>
    </message>
    <message>
        <source>Something in the filming will limit the analysis ({code}).</source>
        <translation>Etwas an der Aufnahme schränkt die Analyse ein ({code}).</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Whole body in view</source>
        <translation>Ganzer Körper im Bild</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Frame rate</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Length and file</source>
        <translation>Länge und Datei</translation>
    </message>
    <message>
        <source>Bright enough.</source>
        <translation>Hell genug.</translation>
    </message>
    <message>
        <source>Head, hands and feet are inside the picture.</source>
        <translation>Kopf, Hände und Füße sind im Bild.</translation>
    </message>
    <message>
        <source>It stands still.</source>
        <translation>Sie steht ruhig.</translation>
    </message>
    <message>
        <source>Enough pictures a second for brief movements.</source>
        <translation>Genug Bilder je Sekunde für kurze Bewegungen.</translation>
    </message>
    <message>
        <source>Large enough.</source>
        <translation>Groß genug.</translation>
    </message>
    <message>
        <source>Complete, with sound.</source>
        <translation>Vollständig, mit Ton.</translation>
    </message>
    <message>
        <source>{rate_hz} pictures a second: brief movements are timed less exactly, and some may be missed.</source>
        <translation>{rate_hz} Bilder je Sekunde: Die Zeiten kurzer Bewegungen sind weniger genau, und manche können übersehen werden.</translation>
    </message>
    <message>
        <source>{rate_hz} pictures a second: too few for brief movements, many will be missed.</source>
        <translation>{rate_hz} Bilder je Sekunde: zu wenige für kurze Bewegungen, viele werden übersehen.</translation>
    </message>
    <message>
        <source>The picture is small ({width_px} × {height_px}): small movements may be missed.</source>
        <translation>Das Bild ist klein ({width_px} × {height_px}): Kleine Bewegungen können übersehen werden.</translation>
    </message>
    <message>
        <source>The picture is very small ({width_px} × {height_px}): most movements cannot be seen.</source>
        <translation>Das Bild ist sehr klein ({width_px} × {height_px}): Die meisten Bewegungen sind nicht zu sehen.</translation>
    </message>
    <message>
        <source>The picture is dark: limbs may stay without a name, small movements may be missed.</source>
        <translation>Das Bild ist dunkel: Gliedmaßen bleiben vielleicht unbenannt, kleine Bewegungen können übersehen werden.</translation>
    </message>
    <message>
        <source>The picture is nearly black: little or nothing can be seen in it.</source>
        <translation>Das Bild ist fast schwarz: Darin ist wenig oder nichts zu sehen.</translation>
    </message>
    <message>
        <source>The video is short ({duration_s}): how often movements come cannot be told from it.</source>
        <translation>Das Video ist kurz ({duration_s}): Wie oft Bewegungen kommen, lässt sich daraus nicht sagen.</translation>
    </message>
    <message>
        <source>From {shortest_interval_s} to {longest_interval_s} between pictures: the times shown are exact, but what happens between two pictures is not seen.</source>
        <translation>Von {shortest_interval_s} bis {longest_interval_s} zwischen den Bildern: Die gezeigten Zeiten stimmen genau, aber was zwischen zwei Bildern geschieht, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>The video has extended brightness (HDR); it is shown and analyzed in common brightness.</source>
        <translation>Das Video hat erweiterte Helligkeit (HDR); es wird in gewöhnlicher Helligkeit gezeigt und analysiert.</translation>
    </message>
    <message>
        <source>Pictures are missing in {spans} places, {seconds} in all.</source>
        <translation>An {spans} Stellen fehlen Bilder, zusammen {seconds}.</translation>
    </message>
    <message>
        <source>Pictures are damaged in {spans} places, {seconds} in all.</source>
        <translation>An {spans} Stellen sind Bilder beschädigt, zusammen {seconds}.</translation>
    </message>
    <message>
        <source>The file ends too early: {seconds} that it promises are not in it.</source>
        <translation>Die Datei endet zu früh: Es fehlen {seconds}, die sie ankündigt.</translation>
    </message>
    <message>
        <source>The video has no sound: crying and sudden noises cannot be told.</source>
        <translation>Das Video hat keinen Ton: Weinen und plötzliche Geräusche sind nicht zu erkennen.</translation>
    </message>
    <message>
        <source>The camera moves, as in a hand: small movements may be missed, and some stretches not judged.</source>
        <translation>Die Kamera bewegt sich, wie in der Hand: Kleine Bewegungen können übersehen werden, und manche Abschnitte werden nicht beurteilt.</translation>
    </message>
    <message>
        <source>No body was found in {looked} pictures looked at: limbs may stay without a name.</source>
        <translation>In {looked} angesehenen Bildern wurde kein Körper gefunden: Gliedmaßen bleiben vielleicht unbenannt.</translation>
    </message>
    <message>
        <source>In {cut_off} of {looked} pictures looked at, the head, a hand or a foot is beyond the edge or covered: what moves there is not seen.</source>
        <translation>In {cut_off} von {looked} angesehenen Bildern liegt der Kopf, eine Hand oder ein Fuß jenseits des Randes oder ist bedeckt: Was sich dort bewegt, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>The baby is small in the picture: small movements may be missed.</source>
        <translation>Das Baby ist klein im Bild: Kleine Bewegungen können übersehen werden.</translation>
    </message>
    <message>
        <source>Pictures are missing in one place, {seconds} in all.</source>
        <translation>An einer Stelle fehlen Bilder, zusammen {seconds}.</translation>
    </message>
    <message>
        <source>Pictures are damaged in one place, {seconds} in all.</source>
        <translation>An einer Stelle sind Bilder beschädigt, zusammen {seconds}.</translation>
    </message>
    <message>
        <source>No body was found in the picture looked at: limbs may stay without a name.</source>
        <translation>In dem angesehenen Bild wurde kein Körper gefunden: Gliedmaßen bleiben vielleicht unbenannt.</translation>
    </message>
    <message>
        <source>In the picture looked at, the head, a hand or a foot is beyond the edge or covered: what moves there is not seen.</source>
        <translation>In dem angesehenen Bild liegt der Kopf, eine Hand oder ein Fuß jenseits des Randes oder ist bedeckt: Was sich dort bewegt, ist nicht zu sehen.</translation>
    </message>
    <message>
        <source>Film with 30 pictures a second or more; more light often helps.</source>
        <translation>Filmen Sie mit mindestens 30 Bildern je Sekunde; mehr Licht hilft oft.</translation>
    </message>
    <message>
        <source>Film in full HD, and let the whole body fill the picture.</source>
        <translation>Filmen Sie in Full HD, und lassen Sie den ganzen Körper das Bild füllen.</translation>
    </message>
    <message>
        <source>Send or copy the original file once more.</source>
        <translation>Senden oder kopieren Sie die Originaldatei noch einmal.</translation>
    </message>
    <message>
        <source>Film longer: through falling asleep and waking, 20 minutes or more.</source>
        <translation>Filmen Sie länger: vom Einschlafen bis zum Aufwachen, mindestens 20 Minuten.</translation>
    </message>
    <message>
        <source>Put the camera down or lean it on something; do not hold it.</source>
        <translation>Stellen Sie die Kamera ab oder lehnen Sie sie an; halten Sie sie nicht.</translation>
    </message>
    <message>
        <source>Film from above or from the side, with the whole body in the picture and not under a blanket.</source>
        <translation>Filmen Sie von oben oder von der Seite, mit dem ganzen Körper im Bild und nicht unter einer Decke.</translation>
    </message>
    <message>
        <source>Let head, hands and feet lie inside the picture with some room to spare, uncovered if it is warm.</source>
        <translation>Lassen Sie um Kopf, Hände und Füße herum etwas Platz im Bild; wenn es warm ist, decken Sie das Baby nicht zu.</translation>
    </message>
    <message>
        <source>Move the camera closer, until the body fills most of the picture.</source>
        <translation>Gehen Sie mit der Kamera näher heran, bis der Körper das Bild größtenteils füllt.</translation>
    </message>
    <message>
        <source>{milliseconds} ms</source>
        <translation>{milliseconds} ms</translation>
    </message>
    <message>
        <source>Leave a small light on, or use a camera that sees in the dark.</source>
        <translation>Lassen Sie ein kleines Licht an, oder nehmen Sie eine Kamera, die im Dunkeln sieht.</translation>
    </message>
    <message>
        <source>Film with sound, if you can.</source>
        <translation>Filmen Sie mit Ton, wenn es geht.</translation>
    </message>
    <message>
        <source>left arm</source>
        <translation>linker Arm</translation>
    </message>
    <message>
        <source>right arm</source>
        <translation>rechter Arm</translation>
    </message>
    <message>
        <source>left leg</source>
        <translation>linkes Bein</translation>
    </message>
    <message>
        <source>right leg</source>
        <translation>rechtes Bein</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>both arms</source>
        <translation>beide Arme</translation>
    </message>
    <message>
        <source>both legs</source>
        <translation>beide Beine</translation>
    </message>
    <message>
        <source>no limb named</source>
        <translation>keine Gliedmaße benannt</translation>
    </message>
    <message>
        <source>jerk</source>
        <translation>Ruck</translation>
    </message>
    <message>
        <source>prolonged movement</source>
        <translation>verlängerte Bewegung</translation>
    </message>
    <message>
        <source>sustained movement</source>
        <translation>anhaltende Bewegung</translation>
    </message>
    <message>
        <source>rhythmic movement</source>
        <translation>rhythmische Bewegung</translation>
    </message>
    <message>
        <source>slow movement</source>
        <translation>langsame Bewegung</translation>
    </message>
    <message>
        <source>moving about</source>
        <translation>reges Bewegen</translation>
    </message>
    <message>
        <source>series of movements</source>
        <translation>Serie von Bewegungen</translation>
    </message>
    <message>
        <source>both sides together</source>
        <translation>beide Seiten zugleich</translation>
    </message>
    <message>
        <source>arms and legs together</source>
        <translation>Arme und Beine zugleich</translation>
    </message>
    <message>
        <source>many movements an hour</source>
        <translation>viele Bewegungen je Stunde</translation>
    </message>
    <message>
        <source>crying-like sound after a movement</source>
        <translation>weinähnlicher Laut nach einer Bewegung</translation>
    </message>
    <message>
        <source>the camera moved</source>
        <translation>die Kamera hat sich bewegt</translation>
    </message>
    <message>
        <source>the light changed</source>
        <translation>das Licht hat sich geändert</translation>
    </message>
    <message>
        <source>no baby in the picture</source>
        <translation>kein Baby im Bild</translation>
    </message>
    <message>
        <source>somebody else in the picture</source>
        <translation>noch jemand im Bild</translation>
    </message>
    <message>
        <source>too dark</source>
        <translation>zu dunkel</translation>
    </message>
    <message>
        <source>pictures missing in the file</source>
        <translation>in der Datei fehlen Bilder</translation>
    </message>
    <message>
        <source>out of the picture</source>
        <translation>außerhalb des Bildes</translation>
    </message>
    <message>
        <source>covered</source>
        <translation>bedeckt</translation>
    </message>
    <message>
        <source>another reason ({reason})</source>
        <translation>ein anderer Grund ({reason})</translation>
    </message>
    <message>
        <source>crying-like sound</source>
        <translation>weinähnlicher Laut</translation>
    </message>
    <message>
        <source>sudden noise</source>
        <translation>plötzliches Geräusch</translation>
    </message>
    <message>
        <source>not reviewed yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>replaced by others</source>
        <translation>durch andere ersetzt</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Elternteil</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>prüfende Person</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>don&apos;t know</source>
        <translation>weiß nicht</translation>
    </message>
    <message>
        <source>awake</source>
        <translation>wach</translation>
    </message>
    <message>
        <source>drowsy</source>
        <translation>schläfrig</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schlafend</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>measured in part, otherwise asked of the observer</source>
        <translation>teils gemessen, sonst beim Beobachter erfragt</translation>
    </message>
    <message>
        <source>asked of the observer</source>
        <translation>beim Beobachter erfragt</translation>
    </message>
    <message>
        <source>Not reviewed yet.</source>
        <translation>Noch nicht geprüft.</translation>
    </message>
    <message>
        <source>{who}: {verdict}</source>
        <translation>{who}: {verdict}</translation>
    </message>
    <message>
        <source>onset {seconds} s</source>
        <translation>Beginn {seconds} s</translation>
    </message>
    <message>
        <source>offset {seconds} s</source>
        <translation>Ende {seconds} s</translation>
    </message>
    <message>
        <source>A κ of 1 is full agreement, 0 is no more than chance would give.</source>
        <translation>Ein κ von 1 bedeutet volle Übereinstimmung, 0 nur so viel, wie der Zufall ergäbe.</translation>
    </message>
    <message>
        <source>Onsets: {differences}.</source>
        <translation>Beginnzeiten: {differences}.</translation>
    </message>
    <message>
        <source>Movements that both have: {matched}.</source>
        <translation>Bewegungen, die beide haben: {matched}.</translation>
    </message>
    <message>
        <source>Time ({bins} parts of {seconds} s): Cohen&apos;s κ {kappa}.</source>
        <translation>Zeit ({bins} Teile von {seconds} s): Cohens κ {kappa}.</translation>
    </message>
    <message>
        <source>Each limb: {limbs}.</source>
        <translation>Je Gliedmaße: {limbs}.</translation>
    </message>
    <message>
        <source>Kinds of the movements that both have: Cohen&apos;s κ {kappa}.</source>
        <translation>Art der Bewegungen, die beide haben: Cohens κ {kappa}.</translation>
    </message>
    <message>
        <source>Differences: {count}.</source>
        <translation>Unterschiede: {count}.</translation>
    </message>
    <message>
        <source>neither review has a movement</source>
        <translation>in keiner Prüfung steht eine Bewegung</translation>
    </message>
    <message>
        <source>both reviews have a movement in every part of the video</source>
        <translation>in beiden Prüfungen steht in jedem Teil des Videos eine Bewegung</translation>
    </message>
    <message>
        <source>both reviews name one and the same kind for all of them</source>
        <translation>beide Prüfungen nennen für alle ein und dieselbe Art</translation>
    </message>
    <message>
        <source>there is no movement that both have</source>
        <translation>es gibt keine Bewegung, die beide haben</translation>
    </message>
    <message>
        <source>{limb} κ {kappa}</source>
        <translation>{limb} κ {kappa}</translation>
    </message>
    <message>
        <source>neither review names it</source>
        <translation>in keiner Prüfung genannt</translation>
    </message>
    <message>
        <source>both reviews name it in every part of the video</source>
        <translation>in beiden Prüfungen in jedem Teil des Videos genannt</translation>
    </message>
    <message>
        <source>both reviews have them at the same times</source>
        <translation>in beiden Prüfungen gleich</translation>
    </message>
    <message>
        <source>in the median, the second review has them {median} ms later</source>
        <translation>im Median liegen sie in der zweiten Prüfung {median} ms später</translation>
    </message>
    <message>
        <source>in the median, the second review has them {median} ms earlier</source>
        <translation>im Median liegen sie in der zweiten Prüfung {median} ms früher</translation>
    </message>
    <message>
        <source>in the median, neither review has them earlier</source>
        <translation>im Median liegen sie in keiner Prüfung früher</translation>
    </message>
    <message>
        <source>whichever comes first, they are {size} ms apart in the median and {largest} ms at most</source>
        <translation>unabhängig davon, welche früher liegt, beträgt der Abstand im Median {size} ms und höchstens {largest} ms</translation>
    </message>
    <message>
        <source>{direction}; {apart}</source>
        <translation>{direction}; {apart}</translation>
    </message>
    <message>
        <source>{difference} The other rejected it: {note}</source>
        <translation>{difference} Die andere Prüfung hat sie abgelehnt: {note}</translation>
    </message>
    <message>
        <source>{difference} The other rejected it.</source>
        <translation>{difference} Die andere Prüfung hat sie abgelehnt.</translation>
    </message>
    <message>
        <source>{at}: only the second review has a {kind} ({limbs}).</source>
        <translation>{at}: Nur die zweite Prüfung hat: {kind} ({limbs}).</translation>
    </message>
    <message>
        <source>{at}: only the first review has a {kind} ({limbs}).</source>
        <translation>{at}: Nur die erste Prüfung hat: {kind} ({limbs}).</translation>
    </message>
    <message>
        <source>{at}: the first review has it from {a} to {b}, the second from {c} to {d}.</source>
        <translation>{at}: Die erste Prüfung hat sie von {a} bis {b}, die zweite von {c} bis {d}.</translation>
    </message>
    <message>
        <source>{at}: the first review says {first}, the second {second}.</source>
        <translation>{at}: Die erste Prüfung sagt {first}, die zweite {second}.</translation>
    </message>
    <message>
        <source>{name} ({role})</source>
        <translation>{name} ({role})</translation>
    </message>
    <message>
        <source>First review, by {people}: {movements}.</source>
        <translation>Erste Prüfung, von {people}: {movements}.</translation>
    </message>
    <message>
        <source>First review: {movements}.</source>
        <translation>Erste Prüfung: {movements}.</translation>
    </message>
    <message>
        <source>Second review, by {people}: {movements}.</source>
        <translation>Zweite Prüfung, von {people}: {movements}.</translation>
    </message>
    <message>
        <source>Second review: {movements}.</source>
        <translation>Zweite Prüfung: {movements}.</translation>
    </message>
    <message>
        <source>not defined ({why})</source>
        <translation>nicht definiert ({why})</translation>
    </message>
    <message>
        <source>Note: {note}</source>
        <translation>Notiz: {note}</translation>
    </message>
    <message>
        <source>Meets the row</source>
        <translation>Erfüllt die Zeile</translation>
    </message>
    <message>
        <source>Met by the numbers; rejected in review</source>
        <translation>Nach den Zahlen erfüllt; bei der Prüfung abgelehnt</translation>
    </message>
    <message>
        <source>Not met in the observed time</source>
        <translation>In der beobachteten Zeit nicht erfüllt</translation>
    </message>
    <message>
        <source>Too short to say</source>
        <translation>Zu kurz für eine Aussage</translation>
    </message>
    <message>
        <source>Could not be observed</source>
        <translation>Nicht zu beobachten</translation>
    </message>
    <message>
        <source>No sound to tell by</source>
        <translation>Ohne Ton nicht zu sagen</translation>
    </message>
    <message>
        <source>Shown; no rule asks for it</source>
        <translation>Gezeigt; keine Regel fragt danach</translation>
    </message>
    <message>
        <source>Asked of the observer</source>
        <translation>Beim Beobachter erfragt</translation>
    </message>
    <message>
        <source>The video has no sound to tell by.</source>
        <translation>Das Video hat keinen Ton; dazu lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>{question} Observer: {answer}.</source>
        <translation>{question} Beobachter: {answer}.</translation>
    </message>
    <message>
        <source>Too short to say: {observed} observed, {needed} are needed. Movements found in that time: {count}.</source>
        <translation>Zu kurz für eine Aussage: {observed} beobachtet, nötig sind {needed}. Bewegungen in dieser Zeit: {count}.</translation>
    </message>
    <message>
        <source>Movements: {count}; the longest lasted {longest}, none was prolonged or sustained.</source>
        <translation>Bewegungen: {count}; die längste dauerte {longest}, keine war verlängert oder anhaltend.</translation>
    </message>
    <message>
        <source>Movements: {count}; prolonged: {prolonged}, sustained: {sustained}; the longest lasted {longest}.</source>
        <translation>Bewegungen: {count}; verlängert: {prolonged}, anhaltend: {sustained}; die längste dauerte {longest}.</translation>
    </message>
    <message>
        <source>Movements: {count}; no series and no rhythm among them met the settings.</source>
        <translation>Bewegungen: {count}; keine Serie und kein Rhythmus darunter erfüllte die Einstellungen.</translation>
    </message>
    <message>
        <source>series: {clusters}, the largest of {largest}</source>
        <translation>Serien: {clusters}, die größte mit {largest}</translation>
    </message>
    <message>
        <source>from one series to the next {between} at least</source>
        <translation>von einer Serie zur nächsten mindestens {between}</translation>
    </message>
    <message>
        <source>rhythmic movements: {count}</source>
        <translation>rhythmische Bewegungen: {count}</translation>
    </message>
    <message>
        <source>at {hz} Hz</source>
        <translation>mit {hz} Hz</translation>
    </message>
    <message>
        <source>Movements: {count}; {parts}.</source>
        <translation>Bewegungen: {count}; {parts}.</translation>
    </message>
    <message>
        <source>Movements an observed hour: {rate}; found: {count}.</source>
        <translation>Bewegungen je beobachteter Stunde: {rate}; gefunden: {count}.</translation>
    </message>
    <message>
        <source>no limb named {count}</source>
        <translation>unbenannt {count}</translation>
    </message>
    <message>
        <source>Movements by limb: {limbs}. Both sides in one movement: {both}; both arms and both legs: {four}.</source>
        <translation>Bewegungen je Gliedmaße: {limbs}. Beide Seiten in einer Bewegung: {both}; beide Arme und beide Beine: {four}.</translation>
    </message>
    <message>
        <source>No crying-like sound was found; this rules nothing out.</source>
        <translation>Es wurde kein weinähnlicher Laut gefunden; das schließt nichts aus.</translation>
    </message>
    <message>
        <source>Crying-like sounds: {cries}, none soon after a movement.</source>
        <translation>Weinähnliche Laute: {cries}, keiner bald nach einer Bewegung.</translation>
    </message>
    <message>
        <source>Crying-like sounds: {cries}, soon after a movement: {after}, after {delay} s.</source>
        <translation>Weinähnliche Laute: {cries}, davon bald nach einer Bewegung: {after}, nach {delay} s.</translation>
    </message>
    <message>
        <source>Movements that a long, large one or moving about followed soon: {count}.</source>
        <translation>Bewegungen, auf die bald eine lange, große oder reges Bewegen folgte: {count}.</translation>
    </message>
    <message>
        <source>Movements: {count}; none was sustained.</source>
        <translation>Bewegungen: {count}; keine war anhaltend.</translation>
    </message>
    <message>
        <source>Sustained movements: {count}, the longest lasted {longest}.</source>
        <translation>Anhaltende Bewegungen: {count}, die längste dauerte {longest}.</translation>
    </message>
    <message>
        <source>Movements: {count}; soon after a sudden noise: {after}.</source>
        <translation>Bewegungen: {count}; davon bald nach einem plötzlichen Geräusch: {after}.</translation>
    </message>
    <message>
        <source>corrected {age}</source>
        <translation>korrigiert {age}</translation>
    </message>
    <message>
        <source>{months} months</source>
        <translation>{months} Monate</translation>
    </message>
    <message>
        <source>{months} month</source>
        <translation>{months} Monat</translation>
    </message>
    <message>
        <source>Age not given.</source>
        <translation>Alter nicht angegeben.</translation>
    </message>
    <message>
        <source>Age: {age}.</source>
        <translation>Alter: {age}.</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>Was betrachtet wird</translation>
    </message>
    <message>
        <source>What the documents describe as typical</source>
        <translation>Was die Dokumente als typisch beschreiben</translation>
    </message>
    <message>
        <source>What the documents say to raise with a clinician</source>
        <translation>Was man laut den Dokumenten ansprechen sollte</translation>
    </message>
    <message>
        <source>In this video</source>
        <translation>In diesem Video</translation>
    </message>
    <message>
        <source>The observer&apos;s answers</source>
        <translation>Die Antworten des Beobachters</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Rhythm and repetition</source>
        <translation>Rhythmus und Wiederholung</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Waking</source>
        <translation>Aufwachen</translation>
    </message>
    <message>
        <source>Posture</source>
        <translation>Haltung</translation>
    </message>
    <message>
        <source>Breathing and eyes</source>
        <translation>Atmung und Augen</translation>
    </message>
    <message>
        <source>Other signs</source>
        <translation>Andere Zeichen</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Single movements of 1–2 s; quick jerks often under 1 s</source>
        <translation>Einzelne Bewegungen von 1–2 s; schnelle Rucke oft unter 1 s</translation>
    </message>
    <message>
        <source>No rhythm, no unbroken series; single movements</source>
        <translation>Kein Rhythmus, keine ununterbrochene Serie; einzelne Bewegungen</translation>
    </message>
    <message>
        <source>Now and then in a nap or a night</source>
        <translation>Ab und zu bei einem Nickerchen oder in der Nacht</translation>
    </message>
    <message>
        <source>A limb, limbs or the face, spread at random</source>
        <translation>Eine Gliedmaße, mehrere oder das Gesicht, zufällig verteilt</translation>
    </message>
    <message>
        <source>None: sleep goes on and deepens, and all is soon as before</source>
        <translation>Keines: Der Schlaf geht weiter und wird tiefer, und bald ist alles wie vorher</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Tiredness; a sudden noise or movement can set one off</source>
        <translation>Müdigkeit; ein plötzliches Geräusch oder eine Bewegung kann eine auslösen</translation>
    </message>
    <message>
        <source>Often until about 6 months</source>
        <translation>Oft bis etwa 6 Monate</translation>
    </message>
    <message>
        <source>Held for over 5 s, or longer than a few seconds; repeated shaking</source>
        <translation>Über 5 s gehalten oder länger als einige Sekunden; wiederholtes Zittern</translation>
    </message>
    <message>
        <source>Repeated shaking; series of several, one after another; such series several times a day</source>
        <translation>Wiederholtes Zittern; Serien von mehreren hintereinander; solche Serien mehrmals am Tag</translation>
    </message>
    <message>
        <source>Again and again: several times an hour or a night, all through the sleep</source>
        <translation>Immer wieder: mehrmals in der Stunde oder Nacht, den ganzen Schlaf hindurch</translation>
    </message>
    <message>
        <source>Both sides stiffen; the whole body; arms, legs and neck bend or stretch alike on both sides</source>
        <translation>Beide Seiten werden steif; der ganze Körper; Arme, Beine und Hals beugen oder strecken sich auf beiden Seiten gleich</translation>
    </message>
    <message>
        <source>Loud crying or frightened waking after it; no response during it</source>
        <translation>Lautes Weinen oder erschrecktes Aufwachen danach; keine Reaktion währenddessen</translation>
    </message>
    <message>
        <source>Stays stiff or in an unusual position during it</source>
        <translation>Bleibt dabei steif oder in ungewöhnlicher Haltung</translation>
    </message>
    <message>
        <source>A pause in breathing, or eyes that roll or move, may come with it</source>
        <translation>Eine Atempause oder rollende oder bewegte Augen können dazukommen</translation>
    </message>
    <message>
        <source>Irritable, difficult to feed, fever, stiff between the movements, slow to develop or losing skills</source>
        <translation>Reizbar, trinkt schlecht, Fieber, zwischen den Bewegungen steif, entwickelt sich langsam oder verlernt etwas</translation>
    </message>
    <message>
        <source>Movements that clinicians ask to see often begin at 3–12 months</source>
        <translation>Bewegungen, die Fachleute sehen möchten, beginnen oft mit 3–12 Monaten</translation>
    </message>
    <message>
        <source>Did the baby cry loudly or wake up frightened after a movement?</source>
        <translation>Hat das Baby nach einer Bewegung laut geweint oder ist es erschrocken aufgewacht?</translation>
    </message>
    <message>
        <source>Did the baby not respond to you during a movement?</source>
        <translation>Hat das Baby während einer Bewegung nicht auf Sie reagiert?</translation>
    </message>
    <message>
        <source>Did the baby stay stiff or in an unusual position during a movement?</source>
        <translation>Blieb das Baby während einer Bewegung steif oder in ungewöhnlicher Haltung?</translation>
    </message>
    <message>
        <source>Did the breathing pause during a movement?</source>
        <translation>Gab es während einer Bewegung eine Atempause?</translation>
    </message>
    <message>
        <source>Did the eyes roll, stare or flicker during a movement?</source>
        <translation>Haben die Augen während einer Bewegung gerollt, gestarrt oder geflattert?</translation>
    </message>
    <message>
        <source>Has the baby been more irritable than usual?</source>
        <translation>War das Baby reizbarer als sonst?</translation>
    </message>
    <message>
        <source>Has feeding become difficult?</source>
        <translation>Ist das Füttern schwierig geworden?</translation>
    </message>
    <message>
        <source>Has the baby had a fever?</source>
        <translation>Hatte das Baby Fieber?</translation>
    </message>
    <message>
        <source>Is the baby stiff between the movements?</source>
        <translation>Ist das Baby zwischen den Bewegungen steif?</translation>
    </message>
    <message>
        <source>Is the baby slow to develop, or has it lost skills?</source>
        <translation>Entwickelt sich das Baby langsam, oder hat es etwas verlernt?</translation>
    </message>
    <message>
        <source>Was the baby very tired before falling asleep?</source>
        <translation>War das Baby vor dem Einschlafen sehr müde?</translation>
    </message>
    <message>
        <source>Did a noise, a touch or being moved come just before a movement?</source>
        <translation>Ging einer Bewegung unmittelbar ein Geräusch, eine Berührung oder ein Bewegtwerden voraus?</translation>
    </message>
    <message>
        <source>Does a movement stop when you touch or wake the baby?</source>
        <translation>Hört eine Bewegung auf, wenn Sie das Baby berühren oder wecken?</translation>
    </message>
    <message>
        <source>How many times a day do such movements come?</source>
        <translation>Wie oft am Tag kommen solche Bewegungen?</translation>
    </message>
    <message>
        <source>How long had the baby been asleep, or awake?</source>
        <translation>Wie lange schlief das Baby schon, oder wie lange war es wach?</translation>
    </message>
    <message>
        <source>How long since the last feed?</source>
        <translation>Wie lange ist das letzte Füttern her?</translation>
    </message>
    <message>
        <source>What happened just before (sound, touch, being moved)?</source>
        <translation>Was geschah kurz davor (Geräusch, Berührung, bewegt worden)?</translation>
    </message>
    <message>
        <source>Which medicines does the baby take?</source>
        <translation>Welche Medikamente nimmt das Baby?</translation>
    </message>
    <message>
        <source>Anything else that the clinician should know?</source>
        <translation>Sollte die Fachperson noch etwas wissen?</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{before} and {last}</source>
        <translation>{before} und {last}</translation>
    </message>
    <message>
        <source>a quick movement of at most 2 s</source>
        <translation>eine schnelle Bewegung von höchstens 2 s</translation>
    </message>
    <message>
        <source>a movement of 2–5 s</source>
        <translation>eine Bewegung von 2–5 s</translation>
    </message>
    <message>
        <source>a movement of over 5 s</source>
        <translation>eine Bewegung von über 5 s</translation>
    </message>
    <message>
        <source>one that repeats at a steady rate</source>
        <translation>eine, die sich gleichmäßig wiederholt</translation>
    </message>
    <message>
        <source>a slow change of position; shown, counted in no rule</source>
        <translation>ein langsamer Lagewechsel; wird gezeigt, zählt in keiner Regel</translation>
    </message>
    <message>
        <source>limbs moving most of the time for 5 s or more; shown, counted in no rule</source>
        <translation>Gliedmaßen bewegen sich mindestens 5 s lang die meiste Zeit; wird gezeigt, zählt in keiner Regel</translation>
    </message>
    <message>
        <source>several movements, one soon after the other</source>
        <translation>mehrere Bewegungen, bald nacheinander</translation>
    </message>
    <message>
        <source>a movement longer than the setting for sustained ones</source>
        <translation>eine Bewegung, länger als die Einstellung für anhaltende</translation>
    </message>
    <message>
        <source>a movement longer than a jerk and not sustained</source>
        <translation>eine Bewegung, länger als ein Ruck und nicht anhaltend</translation>
    </message>
    <message>
        <source>cycles that repeat at a steady rate</source>
        <translation>Zyklen, die sich gleichmäßig wiederholen</translation>
    </message>
    <message>
        <source>both arms or both legs together</source>
        <translation>beide Arme oder beide Beine zugleich</translation>
    </message>
    <message>
        <source>both arms and both legs in one movement</source>
        <translation>beide Arme und beide Beine in einer Bewegung</translation>
    </message>
    <message>
        <source>many movements an observed hour</source>
        <translation>viele Bewegungen je beobachteter Stunde</translation>
    </message>
    <message>
        <source>crying-like sound soon after a movement</source>
        <translation>weinähnlicher Laut bald nach einer Bewegung</translation>
    </message>
    <message>
        <source>Name an existing video or session, or one of the commands: {commands}</source>
        <translation>Nennen Sie ein vorhandenes Video, eine Sitzung oder einen der Befehle: {commands}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>Start it from a desktop, or name one of the commands: {commands}</source>
        <translation>Starten Sie es von einem Desktop aus, oder nennen Sie einen der Befehle: {commands}</translation>
    </message>
    <message>
        <source>there is no screen to open the window on</source>
        <translation>es gibt keinen Bildschirm für das Fenster</translation>
    </message>
    <message>
        <source>Install the packages that README.md names</source>
        <translation>Installieren Sie die Pakete, die README.md nennt</translation>
    </message>
    <message>
        <source>the window cannot start ({details})</source>
        <translation>das Fenster lässt sich nicht öffnen ({details})</translation>
    </message>
    <message>
        <source>the work on it broke off ({how}); the file may be damaged, or the memory did not suffice</source>
        <translation>die Arbeit daran brach ab ({how}); vielleicht ist die Datei beschädigt, oder der Speicher reichte nicht</translation>
    </message>
    <message>
        <source>Try again, or convert the video to MP4 first</source>
        <translation>Versuchen Sie es noch einmal, oder wandeln Sie das Video zuerst in MP4 um</translation>
    </message>
    <message>
        <source>the memory did not suffice</source>
        <translation>der Speicher reichte nicht</translation>
    </message>
    <message>
        <source>Close other programs and try again</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>something unforeseen went wrong ({details})</source>
        <translation>etwas Unvorhergesehenes ging schief ({details})</translation>
    </message>
    <message>
        <source>Set {variable}=1 to see more</source>
        <translation>Mit {variable}=1 sehen Sie mehr</translation>
    </message>
    <message>
        <source>its session would have the same file as that of {other}</source>
        <translation>seine Sitzung käme in dieselbe Datei wie die von {other}</translation>
    </message>
    <message>
        <source>Rename one of them, or analyze it into another folder with -o</source>
        <translation>Benennen Sie eines davon um, oder analysieren Sie es mit -o in einen anderen Ordner</translation>
    </message>
    <message>
        <source>a file of that name is in the way</source>
        <translation>eine Datei dieses Namens ist im Weg</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>Packing</source>
        <translation>Wird gepackt</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz</translation>
    </message>
    <message>
        <source>the packet cannot be written ({reason})</source>
        <translation>die Mappe lässt sich nicht schreiben ({reason})</translation>
    </message>
    <message>
        <source>Listing the files</source>
        <translation>Die Dateien werden aufgelistet</translation>
    </message>
    <message>
        <source>Writing tables</source>
        <translation>Die Tabellen werden geschrieben</translation>
    </message>
    <message>
        <source>table (CSV); its columns are explained in dictionary.csv</source>
        <translation>Tabelle (CSV); ihre Spalten erklärt dictionary.csv</translation>
    </message>
    <message>
        <source>ELAN annotations, on the source video&apos;s clock</source>
        <translation>ELAN-Annotationen, auf der Uhr des Originalvideos</translation>
    </message>
    <message>
        <source>BORIS project</source>
        <translation>BORIS-Projekt</translation>
    </message>
    <message>
        <source>BORIS aggregated events</source>
        <translation>Zusammengefasste Ereignisse für BORIS</translation>
    </message>
    <message>
        <source>captions for the source video (WebVTT)</source>
        <translation>Untertitel zum Originalvideo (WebVTT)</translation>
    </message>
    <message>
        <source>captions for the source video (SubRip)</source>
        <translation>Untertitel zum Originalvideo (SubRip)</translation>
    </message>
    <message>
        <source>Praat TextGrid</source>
        <translation>TextGrid für Praat</translation>
    </message>
    <message>
        <source>BIDS-style events</source>
        <translation>Ereignisse nach Art von BIDS</translation>
    </message>
    <message>
        <source>what the columns of the BIDS-style events mean</source>
        <translation>was die Spalten der Ereignisse nach Art von BIDS bedeuten</translation>
    </message>
    <message>
        <source>No pose was stored with this session: the clips show no skeleton.</source>
        <translation>Zu dieser Sitzung ist keine Körperhaltung gespeichert: Die Ausschnitte zeigen kein Skelett.</translation>
    </message>
    <message>
        <source>Writing clip {n} of {count}</source>
        <translation>Ausschnitt {n} von {count} wird geschrieben</translation>
    </message>
    <message>
        <source>The clips&apos; longer side was made {count} pixels.</source>
        <translation>Die längere Seite der Ausschnitte wurde auf {count} Pixel verkleinert.</translation>
    </message>
    <message>
        <source>Writing the highlights</source>
        <translation>Der Zusammenschnitt wird geschrieben</translation>
    </message>
    <message>
        <source>all flagged segments, each after a title card</source>
        <translation>alle markierten Stellen, jede nach einer Titeltafel</translation>
    </message>
    <message>
        <source>segment {number}: {kind}</source>
        <translation>Stelle {number}: {kind}</translation>
    </message>
    <message>
        <source>sampled frames, to look through before sharing</source>
        <translation>Einzelbilder zum Durchsehen vor dem Weitergeben</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Der Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>the report: open this first</source>
        <translation>der Bericht: zuerst öffnen</translation>
    </message>
    <message>
        <source>the report on paper</source>
        <translation>der Bericht auf Papier</translation>
    </message>
    <message>
        <source>Put it back beside the session, or export only tables and reports (--formats interchange,report)</source>
        <translation>Legen Sie es wieder neben die Sitzung, oder lassen Sie die Ausschnitte weg</translation>
    </message>
    <message>
        <source>the session&apos;s video is not there</source>
        <translation>das Video der Sitzung ist nicht da</translation>
    </message>
    <message>
        <source>Checking the video</source>
        <translation>Das Video wird geprüft</translation>
    </message>
    <message>
        <source>the video is not the one that was analysed</source>
        <translation>das ist nicht das Video, das analysiert wurde</translation>
    </message>
    <message>
        <source>Analyze it again, or restore the original</source>
        <translation>Analysieren Sie es noch einmal, oder stellen Sie das Original wieder her</translation>
    </message>
    <message>
        <source>{cause}: the report has no traces and the clips no skeleton.</source>
        <translation>{cause}: Der Bericht hat keine Kurven und die Ausschnitte kein Skelett.</translation>
    </message>
    <message>
        <source>there are too many packets named {name}</source>
        <translation>es gibt zu viele Mappen mit dem Namen {name}</translation>
    </message>
    <message>
        <source>Faces are covered by a coarse mosaic: the baby&apos;s by the tracked landmarks of its head, other people&apos;s where a look once a second, or three times while somebody else was noticed, found a face or a body.</source>
        <translation>Gesichter sind mit einem groben Mosaik verdeckt: das des Babys nach den verfolgten Punkten seines Kopfes, die anderer Menschen dort, wo ein Blick je Sekunde, oder drei, solange jemand anderes bemerkt wurde, ein Gesicht oder einen Körper fand.</translation>
    </message>
    <message>
        <source>What this cannot do: a face of which the body is not in the picture and that is turned away, half hidden, small or in the dark can be missed; hands, name tags, voices, rooms and anything else that tells who this is are not covered.</source>
        <translation>Was das nicht kann: Ein Gesicht, dessen Körper nicht im Bild ist und das abgewandt, halb verborgen, klein oder im Dunkeln ist, kann übersehen werden; Hände, Namensschilder, Stimmen, Zimmer und alles andere, was verrät, wer das ist, bleiben unverdeckt.</translation>
    </message>
    <message>
        <source>Look through the pictures below before you share the packet.</source>
        <translation>Sehen Sie die Bilder unten durch, bevor Sie die Mappe weitergeben.</translation>
    </message>
    <message>
        <source>Looking for faces</source>
        <translation>Gesichter werden gesucht</translation>
    </message>
    <message>
        <source>Faces are not covered in this packet. Look through it before you share it.</source>
        <translation>In dieser Mappe sind keine Gesichter verdeckt. Sehen Sie sie durch, bevor Sie sie weitergeben.</translation>
    </message>
    <message>
        <source>The clips have sound.</source>
        <translation>Die Ausschnitte haben Ton.</translation>
    </message>
    <message>
        <source>The clips have no sound.</source>
        <translation>Die Ausschnitte haben keinen Ton.</translation>
    </message>
    <message>
        <source>Place, device and owner were not copied from the source file.</source>
        <translation>Ort, Gerät und Besitzer wurden aus der Originaldatei nicht übernommen.</translation>
    </message>
    <message>
        <source>it has {found} frames instead of {wanted}</source>
        <translation>er hat {found} Bilder statt {wanted}</translation>
    </message>
    <message>
        <source>it cannot be read back</source>
        <translation>er lässt sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>a frame is {error_ms:.3f} ms away from its time</source>
        <translation>ein Bild liegt {error_ms:.3f} ms neben seiner Zeit</translation>
    </message>
    <message>
        <source>its first or last picture is not the source&apos;s</source>
        <translation>sein erstes oder letztes Bild ist nicht das des Originals</translation>
    </message>
    <message>
        <source>its picture is {found} instead of H.264 High</source>
        <translation>sein Bild ist {found} statt H.264 High</translation>
    </message>
    <message>
        <source>its index is not at the front</source>
        <translation>sein Verzeichnis steht nicht am Anfang</translation>
    </message>
    <message>
        <source>the clip does not match the source: {what}</source>
        <translation>der Ausschnitt stimmt nicht mit dem Original überein: {what}</translation>
    </message>
    <message>
        <source>Export again; keep the original video</source>
        <translation>Erstellen Sie die Mappe noch einmal; behalten Sie das Originalvideo</translation>
    </message>
    <message>
        <source>{time} in the reel: segment {segment}</source>
        <translation>{time} im Zusammenschnitt: Stelle {segment}</translation>
    </message>
    <message>
        <source>its segments were not encoded alike</source>
        <translation>seine Teile sind nicht gleich codiert</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Erstellen Sie die Mappe noch einmal</translation>
    </message>
    <message>
        <source>a clip cannot be read back</source>
        <translation>ein Ausschnitt lässt sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>{rule}: at {times}</source>
        <translation>{rule}: bei {times}</translation>
    </message>
    <message>
        <source>the clip cannot be written ({reason})</source>
        <translation>der Ausschnitt lässt sich nicht schreiben ({reason})</translation>
    </message>
    <message>
        <source>Free some space, or choose another folder</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>this folder holds no video</source>
        <translation>in diesem Ordner ist kein Video</translation>
    </message>
    <message>
        <source>Choose another folder or a video file</source>
        <translation>Wählen Sie einen anderen Ordner oder eine Videodatei</translation>
    </message>
    <message>
        <source>Check whether it was moved or renamed</source>
        <translation>Prüfen Sie, ob sie verschoben oder umbenannt wurde</translation>
    </message>
    <message>
        <source>this is a session, not a video</source>
        <translation>das ist eine Sitzung, kein Video</translation>
    </message>
    <message>
        <source>To open it: annotator {file}. To make the clinician&apos;s packet: annotator export {file} -o FOLDER. To analyze, name its video</source>
        <translation>Zum Öffnen: annotator {file}. Für die Mappe: annotator export {file} -o ORDNER. Zum Analysieren nennen Sie ihr Video</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Die Datei wird gelesen</translation>
    </message>
    <message>
        <source>Listening to the sound</source>
        <translation>Der Ton wird ausgewertet</translation>
    </message>
    <message>
        <source>Watching the picture</source>
        <translation>Das Bild wird ausgewertet</translation>
    </message>
    <message>
        <source>Restore a copy from the folder {folder} beside it, or use --force: that keeps this file there and writes a new one</source>
        <translation>Stellen Sie eine Kopie aus dem Ordner {folder} daneben wieder her, oder verwenden Sie --force: Das bewahrt diese Datei dort auf und schreibt eine neue</translation>
    </message>
    <message>
        <source>somebody has reviewed this session</source>
        <translation>diese Sitzung hat schon jemand geprüft</translation>
    </message>
    <message>
        <source>Use --force to replace it, or another folder</source>
        <translation>Ersetzen Sie sie mit --force, oder nehmen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>the face model is missing</source>
        <translation>das Modell für Gesichter fehlt</translation>
    </message>
    <message>
        <source>Install the program again</source>
        <translation>Installieren Sie das Programm noch einmal</translation>
    </message>
    <message>
        <source>the face model is damaged</source>
        <translation>das Modell für Gesichter ist beschädigt</translation>
    </message>
    <message>
        <source>the pose library does not load ({details})</source>
        <translation>die Bibliothek für die Körperhaltung lässt sich nicht laden ({details})</translation>
    </message>
    <message>
        <source>the list of model checksums is missing</source>
        <translation>die Liste der Prüfsummen der Modelle fehlt</translation>
    </message>
    <message>
        <source>Install the program again.</source>
        <translation>Installieren Sie das Programm noch einmal.</translation>
    </message>
    <message>
        <source>the list of model checksums cannot be read ({details})</source>
        <translation>die Liste der Prüfsummen der Modelle lässt sich nicht lesen ({details})</translation>
    </message>
    <message>
        <source>Build it with: python {script} heavy (it downloads 77 MB), or choose lite or full.</source>
        <translation>Erzeugen Sie es mit: python {script} heavy (lädt 77 MB herunter), oder wählen Sie lite oder full.</translation>
    </message>
    <message>
        <source>the heavy model is not shipped and was not built yet</source>
        <translation>das Modell „heavy“ liegt nicht bei und wurde noch nicht erzeugt</translation>
    </message>
    <message>
        <source>the pose model is missing</source>
        <translation>das Modell für die Körperhaltung fehlt</translation>
    </message>
    <message>
        <source>Check that the file may be read.</source>
        <translation>Prüfen Sie, ob die Datei gelesen werden darf.</translation>
    </message>
    <message>
        <source>the pose model cannot be read ({reason})</source>
        <translation>das Modell für die Körperhaltung lässt sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <source>the pose model is damaged: {size} bytes with sha256 {found}, expected {expected}</source>
        <translation>das Modell für die Körperhaltung ist beschädigt: {size} Bytes mit sha256 {found}, erwartet {expected}</translation>
    </message>
    <message>
        <source>Install the program again, or rebuild it with models/build.py.</source>
        <translation>Installieren Sie das Programm noch einmal, oder erzeugen Sie es neu mit models/build.py.</translation>
    </message>
    <message>
        <source>Install the program again, with the system libraries that its README names.</source>
        <translation>Installieren Sie das Programm noch einmal, mit den Systembibliotheken, die sein README nennt.</translation>
    </message>
    <message>
        <source>MediaPipe cannot use the pose model ({details})</source>
        <translation>MediaPipe kann das Modell für die Körperhaltung nicht verwenden ({details})</translation>
    </message>
    <message>
        <source>it is about another video than {video}</source>
        <translation>sie gehört zu einem anderen Video als {video}</translation>
    </message>
    <message>
        <source>Choose two sessions of the same video</source>
        <translation>Wählen Sie zwei Sitzungen desselben Videos</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Free some space or choose another folder</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>this place cannot be written to</source>
        <translation>an diesen Ort lässt sich nichts schreiben</translation>
    </message>
    <message>
        <source>its folder is not there</source>
        <translation>ihr Ordner ist nicht da</translation>
    </message>
    <message>
        <source>Create it or choose another folder</source>
        <translation>Legen Sie ihn an, oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>a folder of that name is in the way</source>
        <translation>ein Ordner dieses Namens ist im Weg</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>the file name is too long</source>
        <translation>der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Choose a shorter name</source>
        <translation>Wählen Sie einen kürzeren Namen</translation>
    </message>
    <message>
        <source>it could not be written ({reason})</source>
        <translation>sie ließ sich nicht schreiben ({reason})</translation>
    </message>
    <message>
        <source>Try again or choose another folder</source>
        <translation>Versuchen Sie es noch einmal, oder wählen Sie einen anderen Ordner</translation>
    </message>
    <message>
        <source>it is another video&apos;s session</source>
        <translation>das ist die Sitzung eines anderen Videos</translation>
    </message>
    <message>
        <source>Open it on its own</source>
        <translation>Öffnen Sie sie für sich</translation>
    </message>
    <message>
        <source>another window writes to it</source>
        <translation>ein anderes Fenster schreibt hinein</translation>
    </message>
    <message>
        <source>Close the other window</source>
        <translation>Schließen Sie das andere Fenster</translation>
    </message>
    <message>
        <source>{at_s:.2f} s is not between its onset and its offset</source>
        <translation>{at_s:.2f} s liegt nicht zwischen ihrem Beginn und ihrem Ende</translation>
    </message>
    <message>
        <source>Movement {number}</source>
        <translation>Bewegung {number}</translation>
    </message>
    <message>
        <source>Move the playhead into the movement</source>
        <translation>Stellen Sie die Abspielmarke in die Bewegung</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>Zusammenfügen</translation>
    </message>
    <message>
        <source>it takes two movements at least</source>
        <translation>dazu braucht es mindestens zwei Bewegungen</translation>
    </message>
    <message>
        <source>Select another one as well</source>
        <translation>Wählen Sie noch eine dazu aus</translation>
    </message>
    <message>
        <source>Flag {number}</source>
        <translation>Mustermarkierung {number}</translation>
    </message>
    <message>
        <source>it is not in this session</source>
        <translation>das gibt es in dieser Sitzung nicht</translation>
    </message>
    <message>
        <source>Select another one</source>
        <translation>Wählen Sie etwas anderes aus</translation>
    </message>
    <message>
        <source>Looked here</source>
        <translation>Hier hingesehen</translation>
    </message>
    <message>
        <source>the span is empty</source>
        <translation>der Abschnitt ist leer</translation>
    </message>
    <message>
        <source>Select a span of the video first</source>
        <translation>Wählen Sie zuerst einen Abschnitt des Videos aus</translation>
    </message>
    <message>
        <source>there is no such span</source>
        <translation>diesen Abschnitt gibt es nicht</translation>
    </message>
    <message>
        <source>others have taken its place</source>
        <translation>andere sind an ihre Stelle getreten</translation>
    </message>
    <message>
        <source>Review those, or delete them to bring it back</source>
        <translation>Prüfen Sie jene, oder löschen Sie sie, um diese zurückzuholen</translation>
    </message>
    <message>
        <source>it was rejected or replaced</source>
        <translation>sie wurde abgelehnt oder ersetzt</translation>
    </message>
    <message>
        <source>Accept it first</source>
        <translation>Nehmen Sie sie zuerst an</translation>
    </message>
    <message>
        <source>Restore a copy from the folder {folder} beside it, or analyze the video again</source>
        <translation>Stellen Sie eine Kopie aus dem Ordner {folder} daneben wieder her, oder analysieren Sie das Video noch einmal</translation>
    </message>
    <message>
        <source>it is not a session file</source>
        <translation>das ist keine Sitzungsdatei</translation>
    </message>
    <message>
        <source>Choose a file whose name ends in {suffix}</source>
        <translation>Wählen Sie eine Datei, deren Name auf {suffix} endet</translation>
    </message>
    <message>
        <source>the file is damaged ({details})</source>
        <translation>die Datei ist beschädigt ({details})</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Choose one that this program wrote</source>
        <translation>Wählen Sie eine, die dieses Programm geschrieben hat</translation>
    </message>
    <message>
        <source>its version is not a whole number</source>
        <translation>ihre Version ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>it was written by a newer program (version {version}, this one reads {known})</source>
        <translation>ein neueres Programm hat sie geschrieben (Version {version}, dieses liest {known})</translation>
    </message>
    <message>
        <source>Update this program to open it</source>
        <translation>Um sie zu öffnen, bringen Sie dieses Programm auf den neuesten Stand</translation>
    </message>
    <message>
        <source>it is too large to be a session file</source>
        <translation>für eine Sitzungsdatei ist sie zu groß</translation>
    </message>
    <message>
        <source>Choose a file that ends in {suffix}</source>
        <translation>Wählen Sie eine Datei, die auf {suffix} endet</translation>
    </message>
    <message>
        <source>Check the name</source>
        <translation>Prüfen Sie den Namen</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>das ist ein Ordner</translation>
    </message>
    <message>
        <source>Choose a file in it whose name ends in {suffix}</source>
        <translation>Wählen Sie darin eine Datei, deren Name auf {suffix} endet</translation>
    </message>
    <message>
        <source>it cannot be read ({reason})</source>
        <translation>die Datei lässt sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <source>Check that you may open it</source>
        <translation>Prüfen Sie, ob Sie sie öffnen dürfen</translation>
    </message>
    <message>
        <source>the session holds a value that cannot be kept ({details})</source>
        <translation>in der Sitzung steht ein Wert, der sich nicht speichern lässt ({details})</translation>
    </message>
    <message>
        <source>Undo the last step</source>
        <translation>Machen Sie den letzten Schritt rückgängig</translation>
    </message>
    <message>
        <source>the video of this session is gone</source>
        <translation>das Video dieser Sitzung ist weg</translation>
    </message>
    <message>
        <source>Put it back there or choose where it is now</source>
        <translation>Legen Sie es dorthin zurück, oder geben Sie an, wo es jetzt ist</translation>
    </message>
    <message>
        <source>the session&apos;s video cannot be read ({reason})</source>
        <translation>das Video der Sitzung lässt sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>Prüfen Sie die Datei</translation>
    </message>
    <message>
        <source>the video is not the one that this session was made from, or it was changed</source>
        <translation>das ist nicht das Video, aus dem diese Sitzung entstand, oder es wurde verändert</translation>
    </message>
    <message>
        <source>Put the original back or analyze this video anew</source>
        <translation>Legen Sie das Original zurück, oder analysieren Sie dieses Video neu</translation>
    </message>
    <message>
        <source>it would end before it starts</source>
        <translation>sie würde enden, bevor sie beginnt</translation>
    </message>
    <message>
        <source>Choose an end after the start</source>
        <translation>Wählen Sie ein Ende nach dem Beginn</translation>
    </message>
    <message>
        <source>it would reach beyond the video</source>
        <translation>sie würde über das Video hinausreichen</translation>
    </message>
    <message>
        <source>Stay within the video</source>
        <translation>Bleiben Sie innerhalb des Videos</translation>
    </message>
    <message>
        <source>it would overlap movement {number} ({onset_s:.2f}–{offset_s:.2f} s) on the same limb</source>
        <translation>sie würde sich an derselben Gliedmaße mit Bewegung {number} überschneiden ({onset_s:.2f}–{offset_s:.2f} s)</translation>
    </message>
    <message>
        <source>Shorten, reject or merge one of the two first</source>
        <translation>Kürzen Sie zuerst eine der beiden, lehnen Sie eine ab, oder fügen Sie sie zusammen</translation>
    </message>
    <message>
        <source>Analyze the video again</source>
        <translation>Analysieren Sie das Video noch einmal</translation>
    </message>
    <message>
        <source>the stored signals cannot be read ({reason})</source>
        <translation>die gespeicherten Messdaten lassen sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <source>the stored signals are not those of this session</source>
        <translation>die gespeicherten Messdaten gehören nicht zu dieser Sitzung</translation>
    </message>
    <message>
        <source>the stored signals are damaged ({details})</source>
        <translation>die gespeicherten Messdaten sind beschädigt ({details})</translation>
    </message>
    <message>
        <source>nothing in it can be opened</source>
        <translation>nichts davon lässt sich öffnen</translation>
    </message>
    <message>
        <source>Choose a video or a session file</source>
        <translation>Wählen Sie ein Video oder eine Sitzungsdatei</translation>
    </message>
    <message>
        <source>the sample cannot be copied there ({reason})</source>
        <translation>das Beispiel lässt sich nicht dorthin kopieren ({reason})</translation>
    </message>
    <message>
        <source>Choose a video yourself</source>
        <translation>Wählen Sie selbst ein Video</translation>
    </message>
    <message>
        <source>Sample clip</source>
        <translation>Beispielvideo</translation>
    </message>
    <message>
        <source>it did not come with this installation</source>
        <translation>es liegt dieser Installation nicht bei</translation>
    </message>
    <message>
        <source>Choose a video of your own</source>
        <translation>Wählen Sie ein eigenes Video</translation>
    </message>
    <message>
        <source>Choose a video file, or film again.</source>
        <translation>Wählen Sie eine Videodatei, oder filmen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Copy the original file again, or film again.</source>
        <translation>Kopieren Sie die Originaldatei noch einmal, oder filmen Sie noch einmal.</translation>
    </message>
    <message>
        <source>this is not a video file</source>
        <translation>das ist keine Videodatei</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>Copy it again from the phone or camera.</source>
        <translation>Kopieren Sie sie noch einmal vom Handy oder von der Kamera.</translation>
    </message>
    <message>
        <source>this is not a file name</source>
        <translation>das ist kein Dateiname</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Prüfen Sie den Namen und den Ordner.</translation>
    </message>
    <message>
        <source>this is not a video file, or it is damaged</source>
        <translation>das ist keine Videodatei, oder sie ist beschädigt</translation>
    </message>
    <message>
        <source>the video is incomplete: its index is missing, as when filming or copying broke off</source>
        <translation>das Video ist unvollständig: Sein Verzeichnis fehlt, wie wenn das Filmen oder Kopieren abbrach</translation>
    </message>
    <message>
        <source>the video is damaged</source>
        <translation>das Video ist beschädigt</translation>
    </message>
    <message>
        <source>the video is incomplete and cannot be opened</source>
        <translation>das Video ist unvollständig und lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>there is sound but no picture</source>
        <translation>es enthält Ton, aber kein Bild</translation>
    </message>
    <message>
        <source>there is no picture in it</source>
        <translation>es enthält kein Bild</translation>
    </message>
    <message>
        <source>its picture format is not known here</source>
        <translation>sein Bildformat ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>Convert it to an MP4 (H.264) file first.</source>
        <translation>Wandeln Sie es zuerst in eine MP4-Datei (H.264) um.</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>Die Datei wird geprüft</translation>
    </message>
    <message>
        <source>this is a folder, not a video</source>
        <translation>das ist ein Ordner, kein Video</translation>
    </message>
    <message>
        <source>Choose a video file.</source>
        <translation>Wählen Sie eine Videodatei.</translation>
    </message>
    <message>
        <source>you may not read this file</source>
        <translation>Sie dürfen diese Datei nicht lesen</translation>
    </message>
    <message>
        <source>Ask for read permission, or copy it to your folder.</source>
        <translation>Bitten Sie um das Leserecht, oder kopieren Sie sie in Ihren Ordner.</translation>
    </message>
    <message>
        <source>the file cannot be read ({reason})</source>
        <translation>die Datei lässt sich nicht lesen ({reason})</translation>
    </message>
    <message>
        <source>Check the disk, then try a copy of it.</source>
        <translation>Prüfen Sie den Datenträger, und versuchen Sie es dann mit einer Kopie.</translation>
    </message>
    <message>
        <source>its picture cannot be decoded</source>
        <translation>sein Bild lässt sich nicht decodieren</translation>
    </message>
    <message>
        <source>Reading the pictures</source>
        <translation>Die Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Copy the original file again.</source>
        <translation>Kopieren Sie die Originaldatei noch einmal.</translation>
    </message>
    <message>
        <source>it is the review that is open</source>
        <translation>es ist die Prüfung, die gerade offen ist</translation>
    </message>
    <message>
        <source>Choose the session of another reviewer</source>
        <translation>Wählen Sie die Sitzung einer anderen Person</translation>
    </message>
    <message>
        <source>Movements of {baby}</source>
        <translation>Bewegungen von {baby}</translation>
    </message>
    <message>
        <source>Movements in a video</source>
        <translation>Bewegungen in einem Video</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>How much could be observed</source>
        <translation>Wie viel zu beobachten war</translation>
    </message>
    <message>
        <source>The video at a glance</source>
        <translation>Das Video auf einen Blick</translation>
    </message>
    <message>
        <source>Pattern flags</source>
        <translation>Mustermarkierungen</translation>
    </message>
    <message>
        <source>All flagged segments in one reel</source>
        <translation>Alle markierten Stellen hintereinander</translation>
    </message>
    <message>
        <source>Speed of each limb</source>
        <translation>Geschwindigkeit jeder Gliedmaße</translation>
    </message>
    <message>
        <source>Further movements</source>
        <translation>Weitere Bewegungen</translation>
    </message>
    <message>
        <source>Movements per observed hour and per limb</source>
        <translation>Bewegungen je beobachteter Stunde und je Gliedmaße</translation>
    </message>
    <message>
        <source>All movements</source>
        <translation>Alle Bewegungen</translation>
    </message>
    <message>
        <source>Set aside by a reviewer, counted nowhere</source>
        <translation>Bei der Prüfung abgelehnt, zählt nirgends</translation>
    </message>
    <message>
        <source>The clips, checked against the source</source>
        <translation>Die Ausschnitte, mit dem Original verglichen</translation>
    </message>
    <message>
        <source>Notes on this packet</source>
        <translation>Hinweise zu dieser Mappe</translation>
    </message>
    <message>
        <source>Sources and versions</source>
        <translation>Quellen und Versionen</translation>
    </message>
    <message>
        <source>Settings used</source>
        <translation>Verwendete Einstellungen</translation>
    </message>
    <message>
        <source>Check before sharing</source>
        <translation>Vor dem Weitergeben prüfen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Annotated</source>
        <translation>Mit Markierungen</translation>
    </message>
    <message>
        <source>Slowed</source>
        <translation>Verlangsamt</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>Dark bars: pattern flags with their numbers. Coloured: movements. Grey: not judged.</source>
        <translation>Dunkle Balken: Mustermarkierungen mit ihren Nummern. Farbig: Bewegungen. Grau: nicht beurteilt.</translation>
    </message>
    <message>
        <source>Its movements are those of flag {number}, above.</source>
        <translation>Ihre Bewegungen sind die der Mustermarkierung {number}, oben.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Limbs</source>
        <translation>Gliedmaßen</translation>
    </message>
    <message>
        <source>Displacement (torso lengths)</source>
        <translation>Auslenkung (Rumpflängen)</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Gemessen</translation>
    </message>
    <message>
        <source>Gap before</source>
        <translation>Abstand davor</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Movements</source>
        <translation>Bewegungen</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Per observed hour</source>
        <translation>Je beobachteter Stunde</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>First to last source frame</source>
        <translation>Erstes bis letztes Bild des Originals</translation>
    </message>
    <message>
        <source>Largest error of a frame&apos;s time</source>
        <translation>Größter Zeitfehler eines Bildes</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welche</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>each lane: 0 to {highest} torso lengths/s</source>
        <translation>jede Spur: 0 bis {highest} Rumpflängen/s</translation>
    </message>
    <message>
        <source>frame {number}</source>
        <translation>Bild {number}</translation>
    </message>
    <message>
        <source>“The documents” are two articles for parents about a baby&apos;s twitches and jerks around falling asleep. Their table is repeated here in short and filled in from this video; it is no clinical guideline.</source>
        <translation>„Die Dokumente“ sind zwei Artikel für Eltern über Zuckungen und Rucke eines Babys beim Einschlafen. Ihre Tabelle ist hier kurz wiedergegeben und aus diesem Video ausgefüllt; sie ist keine klinische Leitlinie.</translation>
    </message>
    <message>
        <source>The table of two articles for parents, filled in</source>
        <translation>Die Tabelle aus zwei Artikeln für Eltern, ausgefüllt</translation>
    </message>
    <message>
        <source>This flag spans {span}. The clips show {shown} of its {total} movements, from its first to its last; the others are in the list of all movements and in the video.</source>
        <translation>Diese Mustermarkierung reicht über {span}. Die Ausschnitte zeigen {shown} ihrer {total} Bewegungen, von der ersten bis zur letzten; die übrigen stehen in der Liste aller Bewegungen und im Video.</translation>
    </message>
    <message>
        <source>This flag spans {span}. The clip shows its first {shown}; the rest is in the video.</source>
        <translation>Diese Mustermarkierung reicht über {span}. Der Ausschnitt zeigt davon die ersten {shown}; der Rest ist im Video.</translation>
    </message>
    <message>
        <source>Signs that the letters of this PDF lack stand in brackets, by their names; index.html shows them.</source>
        <translation>Zeichen, die der Schrift dieses PDFs fehlen, stehen mit ihrem Unicode-Namen in Klammern; index.html zeigt sie.</translation>
    </message>
    <message>
        <source>Clips: {names}</source>
        <translation>Ausschnitte: {names}</translation>
    </message>
    <message>
        <source>the whole video, with how much of it could be observed</source>
        <translation>das ganze Video, und wie viel davon zu beobachten war</translation>
    </message>
    <message>
        <source>a span that could not be judged</source>
        <translation>ein Abschnitt, der sich nicht beurteilen ließ</translation>
    </message>
    <message>
        <source>from the video&apos;s first frame, on the video&apos;s own clock</source>
        <translation>vom ersten Bild des Videos an, auf der Uhr des Videos</translation>
    </message>
    <message>
        <source>from onset to offset</source>
        <translation>von Beginn bis Ende</translation>
    </message>
    <message>
        <source>Kind of row</source>
        <translation>Art der Zeile</translation>
    </message>
    <message>
        <source>what the row marks</source>
        <translation>was die Zeile markiert</translation>
    </message>
    <message>
        <source>the baby&apos;s own limbs, joined by +</source>
        <translation>die Gliedmaßen, vom Baby aus gesehen, mit + verbunden</translation>
    </message>
    <message>
        <source>number of the movement in the session, or of the flag in the packet</source>
        <translation>Nummer der Bewegung in der Sitzung oder der Mustermarkierung in der Mappe</translation>
    </message>
    <message>
        <source>what the newest review says: unreviewed, accepted or unsure</source>
        <translation>was die neueste Prüfung sagt: unreviewed (ungeprüft), accepted (angenommen) oder unsure (unsicher)</translation>
    </message>
    <message>
        <source>greatest displacement in torso lengths (shoulder middle to hip middle)</source>
        <translation>größte Auslenkung in Rumpflängen (Schultermitte bis Hüftmitte)</translation>
    </message>
    <message>
        <source>the row in a sentence</source>
        <translation>die Zeile in einem Satz</translation>
    </message>
    <message>
        <source>Packet of {video}</source>
        <translation>Mappe zu {video}</translation>
    </message>
    <message>
        <source>Kinds of movement</source>
        <translation>Arten von Bewegungen</translation>
    </message>
    <message>
        <source>the sentence that goes with every result</source>
        <translation>der Satz, der zu jedem Ergebnis gehört</translation>
    </message>
    <message>
        <source>unreviewed, accepted, unsure, rejected or replaced: the newest review; the last two count nowhere</source>
        <translation>die neueste Prüfung: unreviewed (ungeprüft), accepted (angenommen), unsure (unsicher), rejected (abgelehnt) oder replaced (ersetzt); die letzten beiden zählen nirgends</translation>
    </message>
    <message>
        <source>who gave the newest review</source>
        <translation>von wem die neueste Prüfung ist</translation>
    </message>
    <message>
        <source>parent or reviewer</source>
        <translation>parent (Elternteil) oder reviewer (prüfende Person)</translation>
    </message>
    <message>
        <source>when, ISO 8601 in UTC</source>
        <translation>wann, nach ISO 8601 in UTC</translation>
    </message>
    <message>
        <source>the reviewer&apos;s note</source>
        <translation>Notiz der prüfenden Person</translation>
    </message>
    <message>
        <source>the movement&apos;s number in the session</source>
        <translation>Nummer der Bewegung in der Sitzung</translation>
    </message>
    <message>
        <source>seconds from the video&apos;s first frame to the movement&apos;s start, as corrected by the reviewer</source>
        <translation>Sekunden vom ersten Bild des Videos bis zum Beginn der Bewegung, wie bei der Prüfung korrigiert</translation>
    </message>
    <message>
        <source>the moment of greatest speed, in the same seconds</source>
        <translation>der Augenblick der größten Geschwindigkeit, in denselben Sekunden</translation>
    </message>
    <message>
        <source>its end, in the same seconds</source>
        <translation>das Ende, in denselben Sekunden</translation>
    </message>
    <message>
        <source>offset_s minus onset_s</source>
        <translation>offset_s minus onset_s</translation>
    </message>
    <message>
        <source>the source frame shown at the onset, counted from 0; empty where the video was not at hand</source>
        <translation>das Bild des Originals zu Beginn, von 0 an gezählt; leer, wenn das Video nicht vorlag</translation>
    </message>
    <message>
        <source>local time of day of the onset; empty where the clock time of the first frame was not given</source>
        <translation>örtliche Uhrzeit des Beginns; leer, wenn die Uhrzeit des ersten Bildes nicht angegeben wurde</translation>
    </message>
    <message>
        <source>the baby&apos;s own limbs that moved together, apart by spaces; empty where no limb could be named</source>
        <translation>die Gliedmaßen, vom Baby aus gesehen, die sich zusammen bewegten, durch Leerzeichen getrennt; leer, wenn keine zu benennen war</translation>
    </message>
    <message>
        <source>greatest speed in torso lengths a second</source>
        <translation>größte Geschwindigkeit in Rumpflängen je Sekunde</translation>
    </message>
    <message>
        <source>cycles a second, rhythmic movements only</source>
        <translation>Zyklen je Sekunde, nur bei rhythmischen Bewegungen</translation>
    </message>
    <message>
        <source>number of cycles, rhythmic movements only</source>
        <translation>Anzahl der Zyklen, nur bei rhythmischen Bewegungen</translation>
    </message>
    <message>
        <source>seconds from the start of a sudden sound to the onset; empty where none was heard</source>
        <translation>Sekunden vom Anfang eines plötzlichen Geräuschs bis zum Beginn; leer, wenn keines zu hören war</translation>
    </message>
    <message>
        <source>true where the rules count it: not slow, not active, not rejected, not replaced</source>
        <translation>true, wenn die Regeln sie zählen: nicht slow, nicht active, nicht abgelehnt, nicht ersetzt</translation>
    </message>
    <message>
        <source>detected, or reviewer where a person added it</source>
        <translation>detected (gefunden) oder reviewer, wenn ein Mensch sie hinzugefügt hat</translation>
    </message>
    <message>
        <source>the onset before any correction</source>
        <translation>der Beginn vor jeder Korrektur</translation>
    </message>
    <message>
        <source>the offset before any correction</source>
        <translation>das Ende vor jeder Korrektur</translation>
    </message>
    <message>
        <source>the kind before any correction</source>
        <translation>die Art vor jeder Korrektur</translation>
    </message>
    <message>
        <source>the limbs before any correction</source>
        <translation>die Gliedmaßen vor jeder Korrektur</translation>
    </message>
    <message>
        <source>the flag&apos;s number in this packet</source>
        <translation>Nummer der Mustermarkierung in dieser Mappe</translation>
    </message>
    <message>
        <source>seconds from the video&apos;s first frame to its start</source>
        <translation>Sekunden vom ersten Bild des Videos bis zum Anfang</translation>
    </message>
    <message>
        <source>end_s minus start_s</source>
        <translation>end_s minus start_s</translation>
    </message>
    <message>
        <source>local time of day of the start; empty where the clock time of the first frame was not given</source>
        <translation>örtliche Uhrzeit des Anfangs; leer, wenn die Uhrzeit des ersten Bildes nicht angegeben wurde</translation>
    </message>
    <message>
        <source>numbers of the movements that met it, apart by spaces</source>
        <translation>Nummern der Bewegungen, die sie erfüllen, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>the flag in a sentence</source>
        <translation>die Mustermarkierung in einem Satz</translation>
    </message>
    <message>
        <source>the numbers that met the row and the thresholds they were held against, as JSON</source>
        <translation>die Zahlen, die die Zeile erfüllten, und die Schwellen, mit denen sie verglichen wurden, als JSON</translation>
    </message>
    <message>
        <source>baby: the baby as a whole; a limb; or excluded: a span that could not be judged</source>
        <translation>baby: das Baby als Ganzes; eine Gliedmaße; oder excluded: ein Abschnitt, der sich nicht beurteilen ließ</translation>
    </message>
    <message>
        <source>seconds in which it could be observed</source>
        <translation>Sekunden, in denen es zu beobachten war</translation>
    </message>
    <message>
        <source>seconds of video</source>
        <translation>Sekunden des Videos</translation>
    </message>
    <message>
        <source>start of the excluded span</source>
        <translation>Anfang des ausgenommenen Abschnitts</translation>
    </message>
    <message>
        <source>its end</source>
        <translation>sein Ende</translation>
    </message>
    <message>
        <source>why it was excluded</source>
        <translation>warum er ausgenommen wurde</translation>
    </message>
    <message>
        <source>the limbs concerned, apart by spaces; empty for the whole baby</source>
        <translation>die betroffenen Gliedmaßen, durch Leerzeichen getrennt; leer für das ganze Baby</translation>
    </message>
    <message>
        <source>counted movements of the baby or limb</source>
        <translation>gezählte Bewegungen des Babys oder der Gliedmaße</translation>
    </message>
    <message>
        <source>that number per observed hour; empty where too little was observed for a rate</source>
        <translation>diese Zahl je beobachteter Stunde; leer, wenn für eine Rate zu wenig beobachtet wurde</translation>
    </message>
    <message>
        <source>{before} → {after}</source>
        <translation>{before} → {after}</translation>
    </message>
    <message>
        <source>onset {before} → {after} s</source>
        <translation>Beginn {before} → {after} s</translation>
    </message>
    <message>
        <source>offset {before} → {after} s</source>
        <translation>Ende {before} → {after} s</translation>
    </message>
    <message>
        <source>displacement {before} → {after} torso lengths</source>
        <translation>Auslenkung {before} → {after} Rumpflängen</translation>
    </message>
    <message>
        <source>peak speed {before} → {after} torso lengths a second</source>
        <translation>höchste Geschwindigkeit {before} → {after} Rumpflängen pro Sekunde</translation>
    </message>
    <message>
        <source>frequency {before} → {after} Hz</source>
        <translation>Frequenz {before} → {after} Hz</translation>
    </message>
    <message>
        <source>differs by less than can be shown</source>
        <translation>der Unterschied ist kleiner, als sich zeigen lässt</translation>
    </message>
    <message>
        <source>{kind} at {at}: {differences}.</source>
        <translation>{kind} bei {at}: {differences}.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Both arms</source>
        <translation>Beide Arme</translation>
    </message>
    <message>
        <source>Both legs</source>
        <translation>Beide Beine</translation>
    </message>
    <message>
        <source>Not reviewed yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>parent</source>
        <translation>Elternteil</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>prüfende Person</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>nouns inside a phrase start with a small letter</comment>
        <translation>no</translation>
    </message>
</context>
</TS>
