<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ComparePage</name>
    <message numerus="yes">
        <source>Comparing: %n difference(s)</source>
        <translation>
            <numerusform>Comparing: %n difference</numerusform>
            <numerusform>Comparing: %n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CyclesView</name>
    <message numerus="yes">
        <source>{limb}: %n cycle(s) of {seconds} s, {percent} % alike</source>
        <translation>
            <numerusform>{limb}: %n cycle of {seconds} s, {percent} % alike</numerusform>
            <numerusform>{limb}: %n cycles of {seconds} s, {percent} % alike</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message numerus="yes">
        <source>%n movement(s)</source>
        <translation>
            <numerusform>%n movement</numerusform>
            <numerusform>%n movements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SensitivityPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message numerus="yes">
        <source>Review queue: %n left</source>
        <translation>
            <numerusform>Review queue: %n left</numerusform>
            <numerusform>Review queue: %n left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TablePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) not answered: answer now</source>
        <translation>
            <numerusform>%n question not answered: answer now</numerusform>
            <numerusform>%n questions not answered: answer now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyPage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more, in the review table</source>
        <translation>
            <numerusform>and %n more, in the review table</numerusform>
            <numerusform>and %n more, in the review table</numerusform>
        </translation>
    </message>
</context>
</TS>
